import { defineWording } from '../../../i18n/define-wording';
import { ar } from './ar';
import { en } from './en';

export const settingsWording = defineWording('settings', { en, ar });

declare module 'i18next' {
  interface ResourceNamespaceMap {
    settings: typeof en;
  }
}
