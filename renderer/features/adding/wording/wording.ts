import { defineWording } from '../../../i18n/define-wording';
import { ar } from './ar';
import { en } from './en';

export const addingWording = defineWording('adding', { en, ar });

declare module 'i18next' {
  interface ResourceNamespaceMap {
    adding: typeof en;
  }
}
