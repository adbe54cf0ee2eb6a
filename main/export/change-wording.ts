import type { PlanVerdict } from '#domain/bulk-job';
import type { EditableField } from '#domain/capability';
import type { EditState } from '#domain/edit-state';
import type { BlockReason } from '#domain/link-patch';
import type { ExportLanguage } from './wording';

/** The words for changes of links, in the files that list them. */
export interface ChangeWording {
  readonly fields: Readonly<Record<EditableField, string>>;
  /** What is asked of a link; opening and closing have a word each. */
  readonly asks: Readonly<Record<Exclude<EditableField, 'status'> | 'open' | 'closed', string>>;
  readonly states: Readonly<Record<EditState, string>>;
  readonly verdicts: Readonly<Record<PlanVerdict, string>>;
  readonly reasons: Readonly<Record<BlockReason, string>>;
}

const en: ChangeWording = {
  fields: {
    status: 'Status',
    expiresAt: 'Expires at',
    amount: 'Amount',
    customerName: 'Customer name',
    orderText: 'Order description',
    reference: 'Reference',
    tags: 'Tags',
  },
  asks: {
    open: 'Reopen',
    closed: 'Close',
    expiresAt: 'Set expiry',
    amount: 'Set amount',
    customerName: 'Set customer name',
    orderText: 'Set order description',
    reference: 'Set reference',
    tags: 'Set tags',
  },
  states: {
    planned: 'Planned',
    queued: 'Waiting to be sent',
    sending: 'Being sent',
    unknown: 'Sent, outcome not known',
    applied: 'Applied',
    failed: 'Failed',
    conflict: 'Conflict',
    skipped: 'Skipped',
  },
  verdicts: {
    change: 'Will change',
    'no-change': 'No change',
    'not-allowed': 'Not allowed',
    'changed-since': 'Changed at the provider since',
  },
  reasons: {
    'not-offered': 'The provider does not offer this change',
    paid: 'Already paid',
    closed: 'Closed: reopen the link first',
    'status-unknown': 'Status not known: refresh the link first',
    'currency-unknown': 'The currency is not known',
    'currency-differs': 'The currency would change',
    'date-past': 'The new date would already be past',
    'no-expiry': 'No expiry that could be moved',
    'amount-zero': 'The amount would be zero',
    'amount-too-large': 'The amount is more than the provider accepts',
    'text-too-long': 'A text is longer than the provider accepts',
    'text-symbol': 'A text has a symbol the provider does not accept',
    'text-empty': 'A text would be empty',
    'expired-final': 'Expired: a new link has to be made',
    'tags-unreadable': 'A tag is not written as “name: value”, or is too long',
    'tags-too-many': 'More tags than the provider accepts',
    'edit-waiting': 'Another change of the link is not yet decided',
    'no-value-before': 'The value from before is not known',
  },
};

const ar: ChangeWording = {
  fields: {
    status: 'الحالة',
    expiresAt: 'تاريخ الانتهاء',
    amount: 'المبلغ',
    customerName: 'العميل',
    orderText: 'وصف الطلب',
    reference: 'المرجع',
    tags: 'الوسوم',
  },
  asks: {
    open: 'إعادة فتح',
    closed: 'إغلاق',
    expiresAt: 'تعيين تاريخ الانتهاء',
    amount: 'تعيين المبلغ',
    customerName: 'تعيين اسم العميل',
    orderText: 'تعيين وصف الطلب',
    reference: 'تعيين المرجع',
    tags: 'تعيين الوسوم',
  },
  states: {
    planned: 'مخطَّط',
    queued: 'في انتظار الإرسال',
    sending: 'قيد الإرسال',
    unknown: 'أُرسل والنتيجة غير معروفة',
    applied: 'نُفِّذ',
    failed: 'فشل',
    conflict: 'تعارض',
    skipped: 'متروك',
  },
  verdicts: {
    change: 'سيتغيّر',
    'no-change': 'بلا تغيير',
    'not-allowed': 'غير مسموح',
    'changed-since': 'تغيّر لدى المزوّد بعد إعداد الخطة',
  },
  reasons: {
    'not-offered': 'لا يتيح المزوّد هذا التعديل',
    paid: 'مدفوع',
    closed: 'مغلق: أعد فتح الرابط أولًا',
    'status-unknown': 'الحالة غير معروفة: حدّث الرابط أولًا',
    'currency-unknown': 'العملة غير معروفة',
    'currency-differs': 'ستتغيّر العملة',
    'date-past': 'سيكون التاريخ الجديد قد انقضى',
    'no-expiry': 'لا يوجد تاريخ انتهاء يمكن تأخيره',
    'amount-zero': 'سيصبح المبلغ صفرًا',
    'amount-too-large': 'المبلغ أكبر مما يقبله المزوّد',
    'text-too-long': 'أحد النصوص أطول مما يقبله المزوّد',
    'text-symbol': 'في أحد النصوص رمز لا يقبله المزوّد',
    'text-empty': 'سيصبح أحد النصوص فارغًا',
    'expired-final': 'منتهٍ: يلزم إنشاء رابط جديد',
    'tags-unreadable': 'أحد الوسوم ليس بصيغة «اسم: قيمة» أو أطول مما يُقبل',
    'tags-too-many': 'الوسوم أكثر مما يقبله المزوّد',
    'edit-waiting': 'يوجد تعديل آخر للرابط لم يُحسم بعد',
    'no-value-before': 'القيمة السابقة غير معروفة',
  },
};

export const changeWording: Readonly<Record<ExportLanguage, ChangeWording>> = { en, ar };
