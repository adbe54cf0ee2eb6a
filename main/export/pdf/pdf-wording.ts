import type { ExportScope } from '#domain/export-spec';
import type { ExportLanguage } from '../wording';

/** The words of a printed file that no other format has. */
export interface PdfWording {
  readonly title: string;
  readonly scopes: Readonly<Record<ExportScope, string>>;
  readonly scope: string;
  readonly filter: string;
  readonly noFilter: string;
  readonly links: string;
  readonly zone: string;
  readonly createdAt: string;
  readonly amounts: string;
  readonly minorUnits: string;
  readonly totals: string;
  readonly currency: string;
  readonly amount: string;
  readonly noAmount: string;
  readonly allStatuses: string;
  readonly allCurrencies: string;
  readonly summary: string;
  readonly byStatus: string;
  readonly oldestCheckedAt: string;
  readonly writtenBy: string;
  readonly dataSha256: string;
  /** Says how the fingerprint is computed again. */
  readonly dataNote: string;
  readonly strippedCharacters: string;
}

const en: PdfWording = {
  title: 'Payment links',
  scopes: { selected: 'Selected links', matching: 'Links that match the filter', all: 'All links' },
  scope: 'Scope',
  filter: 'Filter',
  noFilter: 'No filter',
  links: 'Links',
  zone: 'Time zone',
  createdAt: 'Created',
  amounts: 'Amounts',
  minorUnits: 'In the smallest unit of each currency',
  totals: 'Totals by currency',
  currency: 'Currency',
  amount: 'Amount',
  noAmount: 'No amount',
  allStatuses: 'All statuses',
  allCurrencies: 'All links',
  summary: 'Tie-out summary',
  byStatus: 'Links and amounts by currency and status',
  oldestCheckedAt: 'Oldest check at the provider',
  writtenBy: 'Written by',
  dataSha256: 'SHA-256 of the data',
  dataNote:
    'The same links are attached to this document as payment-links.csv: save the attachment and compute its SHA-256 to compare.',
  strippedCharacters: 'Characters left out',
};

const ar: PdfWording = {
  title: 'روابط الدفع',
  scopes: { selected: 'الروابط المحددة', matching: 'الروابط التي تجتاز التصفية', all: 'كل الروابط' },
  scope: 'النطاق',
  filter: 'التصفية',
  noFilter: 'بلا تصفية',
  links: 'عدد الروابط',
  zone: 'المنطقة الزمنية',
  createdAt: 'تاريخ الإعداد',
  amounts: 'المبالغ',
  minorUnits: 'بأصغر وحدة من كل عملة',
  totals: 'المجاميع حسب العملة',
  currency: 'العملة',
  amount: 'المبلغ',
  noAmount: 'بلا مبلغ',
  allStatuses: 'كل الحالات',
  allCurrencies: 'كل الروابط',
  summary: 'ملخص المطابقة',
  byStatus: 'الروابط والمبالغ حسب العملة والحالة',
  oldestCheckedAt: 'أقدم تحقق لدى المزوّد',
  writtenBy: 'أعدّه',
  dataSha256: 'بصمة SHA-256 للبيانات',
  dataNote:
    'الروابط نفسها مرفقة بهذا المستند في الملف \u2066payment-links.csv\u2069: احفظ المرفق واحسب بصمته SHA-256 للمقارنة.',
  strippedCharacters: 'محارف حُذفت',
};

export const pdfWording: Readonly<Record<ExportLanguage, PdfWording>> = { en, ar };
