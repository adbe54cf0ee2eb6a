import { ar as appAr } from '../../../renderer/app/wording/ar';
import { en as appEn } from '../../../renderer/app/wording/en';
import { ar as bulkAr } from '../../../renderer/features/jobs/bulk-edit/wording/ar';
import { en as bulkEn } from '../../../renderer/features/jobs/bulk-edit/wording/en';
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
import { status as statusAr } from '../../../renderer/i18n/ar/status';
import { status as statusEn } from '../../../renderer/i18n/en/status';

/** The catalogues the screen itself draws from, so that one walk finds its way in either language. */
export const screenWords = {
  en: {
    app: appEn,
    bulk: bulkEn,
    connections: connectionsEn,
    export: exportEn,
    import: importEn,
    links: linksEn,
    settings: settingsEn,
    status: statusEn,
  },
  ar: {
    app: appAr,
    bulk: bulkAr,
    connections: connectionsAr,
    export: exportAr,
    import: importAr,
    links: linksAr,
    settings: settingsAr,
    status: statusAr,
  },
} as const;

export type ScreenLanguage = keyof typeof screenWords;
