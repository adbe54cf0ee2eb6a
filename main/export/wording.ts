import type { ExportColumn, ExportSpec } from '#domain/export-spec';
import type { LinkStatus } from '#domain/payment-link';

export type ExportLanguage = ExportSpec['language'];

/** The words a file contains. They belong to the file format, not to the screen: the importer reads these headers again. */
export interface ExportWording {
  readonly headers: Readonly<Record<ExportColumn, string>>;
  /** Heads amounts in minor units. No importer may take it for an amount in major units, a thousand times too large. */
  readonly minorAmountHeader: string;
  readonly statuses: Readonly<Record<LinkStatus, string>>;
}

export const exportWording: Readonly<Record<ExportLanguage, ExportWording>> = {
  en: {
    headers: {
      connection: 'Connection',
      linkId: 'Payment link ID',
      reference: 'Merchant reference',
      status: 'Status',
      providerStatus: 'Provider status',
      amount: 'Amount',
      currency: 'Currency',
      customerName: 'Customer name',
      customerEmail: 'Customer email',
      orderText: 'Order description',
      createdAt: 'Created at',
      expiresAt: 'Expires at',
      attempts: 'Attempts',
      url: 'Payment link',
      checkedAt: 'Checked at',
    },
    minorAmountHeader: 'Amount (minor units)',
    statuses: { open: 'Open', paid: 'Paid', closed: 'Closed', expired: 'Expired', unknown: 'Unknown' },
  },
  ar: {
    headers: {
      connection: 'الاتصال',
      linkId: 'معرّف الرابط',
      reference: 'المرجع',
      status: 'الحالة',
      providerStatus: 'الحالة لدى المزوّد',
      amount: 'المبلغ',
      currency: 'العملة',
      customerName: 'العميل',
      customerEmail: 'البريد الإلكتروني',
      orderText: 'وصف الطلب',
      createdAt: 'تاريخ الإنشاء',
      expiresAt: 'تاريخ الانتهاء',
      attempts: 'مرات الفتح',
      url: 'الرابط',
      checkedAt: 'تاريخ التحقق',
    },
    minorAmountHeader: 'المبلغ (بالوحدة الصغرى)',
    statuses: { open: 'مفتوح', paid: 'مدفوع', closed: 'مغلق', expired: 'منتهي', unknown: 'غير معروف' },
  },
};

/** The header of a column in a file. */
export function headerOf(
  column: ExportColumn,
  { language, amounts }: Pick<ExportSpec, 'language' | 'amounts'>,
): string {
  const { headers, minorAmountHeader } = exportWording[language];
  return column === 'amount' && amounts === 'minor' ? minorAmountHeader : headers[column];
}
