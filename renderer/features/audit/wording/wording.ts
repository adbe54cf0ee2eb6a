import { defineWording } from '../../../i18n/define-wording';
import { ar } from './ar';
import { en } from './en';

export const auditWording = defineWording('audit', { en, ar });

declare module 'i18next' {
  interface ResourceNamespaceMap {
    audit: typeof en;
  }
}
