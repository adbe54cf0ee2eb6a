import { defineWording } from '../../../i18n/define-wording';
import { ar } from './ar';
import { en } from './en';

export const connectionsWording = defineWording('connections', { en, ar });

declare module 'i18next' {
  interface ResourceNamespaceMap {
    connections: typeof en;
  }
}
