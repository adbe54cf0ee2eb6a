import { defineWording } from '../../../../i18n/define-wording';
import { ar } from './ar';
import { en } from './en';

export const bulkEditWording = defineWording('bulkEdit', { en, ar });

declare module 'i18next' {
  interface ResourceNamespaceMap {
    bulkEdit: typeof en;
  }
}
