import { defineWording } from '../../../i18n/define-wording';
import { ar } from './ar';
import { en } from './en';

export const jobsWording = defineWording('jobs', { en, ar });

declare module 'i18next' {
  interface ResourceNamespaceMap {
    jobs: typeof en;
  }
}
