import { defineWording } from '../../../../i18n/define-wording';
import { ar } from './ar';
import { en } from './en';

export const conflictsWording = defineWording('conflicts', { en, ar });

declare module 'i18next' {
  interface ResourceNamespaceMap {
    conflicts: typeof en;
  }
}
