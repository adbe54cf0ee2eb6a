import { ar as addingAr } from '../../../renderer/features/adding/wording/ar';
import { en as addingEn } from '../../../renderer/features/adding/wording/en';
import { ar as appAr } from '../../../renderer/app/wording/ar';
import { en as appEn } from '../../../renderer/app/wording/en';
import { ar as auditAr } from '../../../renderer/features/audit/wording/ar';
import { en as auditEn } from '../../../renderer/features/audit/wording/en';
import { ar as bulkAr } from '../../../renderer/features/jobs/bulk-edit/wording/ar';
import { en as bulkEn } from '../../../renderer/features/jobs/bulk-edit/wording/en';
import { ar as conflictsAr } from '../../../renderer/features/jobs/conflicts/wording/ar';
import { en as conflictsEn } from '../../../renderer/features/jobs/conflicts/wording/en';
import { ar as jobDetailAr } from '../../../renderer/features/jobs/detail/wording/ar';
import { en as jobDetailEn } from '../../../renderer/features/jobs/detail/wording/en';
import { ar as jobsAr } from '../../../renderer/features/jobs/wording/ar';
import { en as jobsEn } from '../../../renderer/features/jobs/wording/en';
import { ar as connectionsAr } from '../../../renderer/features/connections/wording/ar';
import { en as connectionsEn } from '../../../renderer/features/connections/wording/en';
import { ar as exportAr } from '../../../renderer/features/export/wording/ar';
import { en as exportEn } from '../../../renderer/features/export/wording/en';
import { ar as importAr } from '../../../renderer/features/import/wording/ar';
import { en as importEn } from '../../../renderer/features/import/wording/en';
import { ar as linksAr } from '../../../renderer/features/links/wording/ar';
import { en as linksEn } from '../../../renderer/features/links/wording/en';
import { ar as settingsAr } from '../../../renderer/features/settings/wording/ar';
import { en as settingsEn } from '../../../renderer/features/settings/wording/en';
import { common as commonAr } from '../../../renderer/i18n/ar/common';
import { status as statusAr } from '../../../renderer/i18n/ar/status';
import { sync as syncAr } from '../../../renderer/i18n/ar/sync';
import { common as commonEn } from '../../../renderer/i18n/en/common';
import { status as statusEn } from '../../../renderer/i18n/en/status';
import { sync as syncEn } from '../../../renderer/i18n/en/sync';

/** The catalogues the screen itself draws from, so that one walk finds its way in either language. */
export const screenWords = {
  en: {
    adding: addingEn,
    app: appEn,
    audit: auditEn,
    bulk: bulkEn,
    common: commonEn,
    conflicts: conflictsEn,
    connections: connectionsEn,
    export: exportEn,
    import: importEn,
    jobDetail: jobDetailEn,
    jobs: jobsEn,
    links: linksEn,
    settings: settingsEn,
    status: statusEn,
    sync: syncEn,
  },
  ar: {
    adding: addingAr,
    app: appAr,
    audit: auditAr,
    bulk: bulkAr,
    common: commonAr,
    conflicts: conflictsAr,
    connections: connectionsAr,
    export: exportAr,
    import: importAr,
    jobDetail: jobDetailAr,
    jobs: jobsAr,
    links: linksAr,
    settings: settingsAr,
    status: statusAr,
    sync: syncAr,
  },
} as const;

export type ScreenLanguage = keyof typeof screenWords;
