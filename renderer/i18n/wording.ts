import { common as commonAr } from './ar/common';
import { errors as errorsAr } from './ar/errors';
import { grid as gridAr } from './ar/grid';
import { status as statusAr } from './ar/status';
import { sync as syncAr } from './ar/sync';
import { defineWording, type Wording } from './define-wording';
import { common } from './en/common';
import { errors } from './en/errors';
import { grid } from './en/grid';
import { status } from './en/status';
import { sync } from './en/sync';

/** The words every screen may use; a feature brings its own beside these. */
export const baseWordings: readonly Wording[] = [
  defineWording('common', { en: common, ar: commonAr }),
  defineWording('errors', { en: errors, ar: errorsAr }),
  defineWording('grid', { en: grid, ar: gridAr }),
  defineWording('status', { en: status, ar: statusAr }),
  defineWording('sync', { en: sync, ar: syncAr }),
];

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
  }
  interface ResourceNamespaceMap {
    common: typeof common;
    errors: typeof errors;
    grid: typeof grid;
    status: typeof status;
    sync: typeof sync;
  }
}
