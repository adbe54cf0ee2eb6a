import { defineWording } from '../../i18n/define-wording';
import { ar } from './ar';
import { en } from './en';

export const appWording = defineWording('app', { en, ar });

declare module 'i18next' {
  interface ResourceNamespaceMap {
    app: typeof en;
  }
}
