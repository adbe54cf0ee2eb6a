import { defineWording } from '../../../i18n/define-wording';
import { ar } from './ar';
import { en } from './en';

export const linksWording = defineWording('links', { en, ar });

declare module 'i18next' {
  interface ResourceNamespaceMap {
    links: typeof en;
  }
}
