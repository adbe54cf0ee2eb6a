import { defineWording } from '../../../i18n/define-wording';
import { ar } from './ar';
import { en } from './en';

export const exportWording = defineWording('export', { en, ar });

declare module 'i18next' {
  interface ResourceNamespaceMap {
    export: typeof en;
  }
}
