/**
 * Everything the practice gateway can answer, in one table: the full code (two digits of status, three of message) and its
 * text in both languages.
 *
 * Message numbers and English texts are those of the APS error-codes page. Which status goes before a refusal is documented
 * for 00 (invalid request) and 12 (check) only. Inferred, and to be settled with a sandbox account: refusals of an update
 * that depend on the link carry 79, the odd neighbour of 78; those that can be told from the request alone carry 00.
 */
export const replies = {
  checked: { code: '12000', en: 'Success', ar: 'عملية ناجحة' },
  // Seen in a real CHECK_STATUS answer: status 12 is "check status ok", so only the whole code means success.
  unknownToCheck: { code: '12036', en: 'Order not found', ar: 'الطلب غير موجود' },
  updated: { code: '78000', en: 'Success', ar: 'عملية ناجحة' },
  created: { code: '48000', en: 'Success', ar: 'عملية ناجحة' },
  missingParameter: { code: '00001', en: 'Missing parameter', ar: 'معامل ناقص' },
  invalidFormat: { code: '00002', en: 'Invalid parameter format', ar: 'صيغة المعامل غير صحيحة' },
  invalidCommand: { code: '00004', en: 'Invalid command', ar: 'أمر غير صحيح' },
  invalidAmount: { code: '00005', en: 'Invalid amount', ar: 'مبلغ غير صحيح' },
  signatureMismatch: { code: '00008', en: 'Signature mismatch', ar: 'التوقيع غير مطابق' },
  invalidMerchant: { code: '00009', en: 'Invalid merchant identifier', ar: 'معرف التاجر غير صحيح' },
  invalidAccessCode: { code: '00010', en: 'Invalid access code', ar: 'رمز الدخول غير صحيح' },
  invalidCurrency: { code: '00013', en: 'Invalid currency', ar: 'عملة غير صحيحة' },
  inactiveAccount: { code: '00015', en: 'Inactive merchant account', ar: 'حساب التاجر غير نشط' },
  extraParameters: { code: '00027', en: 'Invalid extra parameters', ar: 'معاملات إضافية غير صحيحة' },
  invalidLength: { code: '00032', en: 'Invalid parameter length', ar: 'طول المعامل غير صحيح' },
  valueNotAllowed: { code: '00033', en: 'Parameter value not allowed', ar: 'قيمة المعامل غير مسموح بها' },
  referenceExists: { code: '00066', en: 'Merchant reference already exists', ar: 'مرجع التاجر موجود مسبقا' },
  invalidRequest: { code: '00073', en: 'Invalid request format', ar: 'صيغة الطلب غير صحيحة' },
  invalidExpiry: { code: '00100', en: 'Invalid expiry date', ar: 'تاريخ الانتهاء غير صحيح' },
  unknownToUpdate: { code: '79036', en: 'Order not found', ar: 'الطلب غير موجود' },
  alreadyPaid: { code: '79125', en: 'Invoice already paid', ar: 'الفاتورة مدفوعة مسبقا' },
  alreadyOpen: { code: '79150', en: 'Payment link already open', ar: 'رابط الدفع مفتوح مسبقا' },
} as const satisfies Record<string, { code: string; en: string; ar: string }>;

export type ReplyName = keyof typeof replies;

/** Why a request is refused, and the field names the text points at (`Missing parameter: currency`). */
export interface Refusal {
  readonly reply: ReplyName;
  readonly fields?: readonly string[];
}

/** The three fields that end every answer. */
export function replyFields(refusal: Refusal, language: string): Record<string, string> {
  const { code, en, ar } = replies[refusal.reply];
  const text = language === 'ar' ? ar : en;
  const names = refusal.fields === undefined ? '' : `: ${refusal.fields.join(', ')}`;
  return { response_code: code, response_message: `${text}${names}`, status: code.slice(0, 2) };
}
