import { defineWording } from '../../../i18n/define-wording';
import { ar } from './ar';
import { en } from './en';

export const importWording = defineWording('import', { en, ar });

declare module 'i18next' {
  interface ResourceNamespaceMap {
    import: typeof en;
  }
}
