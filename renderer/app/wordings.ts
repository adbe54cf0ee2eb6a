import { connectionsWording } from '../features/connections/wording/wording';
import { linksWording } from '../features/links/wording/wording';
import { settingsWording } from '../features/settings/wording/wording';
import type { Wording } from '../i18n/define-wording';
import { appWording } from './wording/wording';

/** The words of every feature. A new feature adds its line here. */
export const featureWordings: readonly Wording[] = [
  appWording,
  linksWording,
  connectionsWording,
  settingsWording,
];
