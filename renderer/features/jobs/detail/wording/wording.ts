import { defineWording } from '../../../../i18n/define-wording';
import { ar } from './ar';
import { en } from './en';

export const jobDetailWording = defineWording('jobDetail', { en, ar });

declare module 'i18next' {
  interface ResourceNamespaceMap {
    jobDetail: typeof en;
  }
}
