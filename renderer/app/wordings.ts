import { addingWording } from '../features/adding/wording/wording';
import { auditWording } from '../features/audit/wording/wording';
import { bulkEditWording } from '../features/jobs/bulk-edit/wording/wording';
import { conflictsWording } from '../features/jobs/conflicts/wording/wording';
import { connectionsWording } from '../features/connections/wording/wording';
import { exportWording } from '../features/export/wording/wording';
import { importWording } from '../features/import/wording/wording';
import { jobDetailWording } from '../features/jobs/detail/wording/wording';
import { jobsWording } from '../features/jobs/wording/wording';
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
  bulkEditWording,
  importWording,
  exportWording,
  jobsWording,
  jobDetailWording,
  conflictsWording,
  auditWording,
  addingWording,
];
