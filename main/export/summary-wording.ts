import type { ExportScope } from '#domain/export-spec';
import type { ExportLanguage } from './wording';

/** The words of a summary that people read in the file itself. */
export interface SummaryWording {
  readonly title: string;
  readonly rows: string;
  readonly scope: string;
  readonly scopes: Readonly<Record<ExportScope, string>>;
  readonly filter: string;
  readonly noFilter: string;
  readonly zone: string;
  readonly createdAt: string;
  readonly oldestCheckedAt: string;
  readonly version: string;
  readonly dataSha256: string;
  readonly strippedCharacters: string;
  readonly cutCells: string;
  readonly status: string;
  readonly currency: string;
  readonly noCurrency: string;
  readonly count: string;
  readonly total: string;
  /** The heading of the sums of each currency, and of those of each status. */
  readonly perCurrency: string;
  readonly perStatus: string;
}

export const summaryWording: Readonly<Record<ExportLanguage, SummaryWording>> = {
  en: {
    title: 'Summary',
    rows: 'Rows',
    scope: 'Scope',
    scopes: { selected: 'Selected links', matching: 'All links that match the filter', all: 'All links' },
    filter: 'Filter',
    noFilter: 'None',
    zone: 'Time zone',
    createdAt: 'Created at',
    oldestCheckedAt: 'Oldest answer of a provider',
    version: 'Version of Payment Link Desk',
    dataSha256: 'SHA-256 of the data',
    strippedCharacters: 'Characters left out',
    cutCells: 'Texts cut to 32,767 characters',
    status: 'Status',
    currency: 'Currency',
    noCurrency: 'No amount',
    count: 'Links',
    total: 'Total',
    perCurrency: 'Totals by currency',
    perStatus: 'Totals by status and currency',
  },
  ar: {
    title: 'الملخص',
    rows: 'عدد الصفوف',
    scope: 'النطاق',
    scopes: { selected: 'الروابط المحددة', matching: 'كل الروابط المطابقة للتصفية', all: 'كل الروابط' },
    filter: 'التصفية',
    noFilter: 'بلا تصفية',
    zone: 'المنطقة الزمنية',
    createdAt: 'تاريخ إنشاء الملف',
    oldestCheckedAt: 'أقدم إجابة من المزوّد',
    version: 'إصدار Payment Link Desk',
    dataSha256: 'بصمة البيانات (SHA-256)',
    strippedCharacters: 'أحرف محذوفة',
    cutCells: 'نصوص قُصّت عند 32,767 حرفًا',
    status: 'الحالة',
    currency: 'العملة',
    noCurrency: 'بلا مبلغ',
    count: 'عدد الروابط',
    total: 'المجموع',
    perCurrency: 'المجاميع حسب العملة',
    perStatus: 'المجاميع حسب الحالة والعملة',
  },
};
