import { exportWording, type ExportLanguage } from './wording';

/** Columns of a job's result, in their order. */
export const resultColumns = [
  'reference',
  'linkId',
  'connection',
  'change',
  'before',
  'asked',
  'outcome',
  'statusNow',
  'expiryNow',
  'amountNow',
  'currencyNow',
  'providerCode',
  'providerText',
  'errorCode',
  'error',
  'tries',
  'sentAt',
  'settledAt',
] as const;
export type ResultColumn = (typeof resultColumns)[number];

/** Columns of a plan, in their order. */
export const planColumns = [
  'reference',
  'linkId',
  'connection',
  'verdict',
  'reason',
  'change',
  'before',
  'planned',
  'planId',
  'plannedAt',
] as const;
export type PlanColumn = (typeof planColumns)[number];

/** Columns of the audit log, in their order. */
export const auditColumns = ['sequence', 'at', 'actor', 'event', 'subject', 'detail', 'hash'] as const;
export type AuditColumn = (typeof auditColumns)[number];

export interface TableHeaders {
  readonly result: Readonly<Record<ResultColumn, string>>;
  readonly plan: Readonly<Record<PlanColumn, string>>;
  readonly audit: Readonly<Record<AuditColumn, string>>;
}

/** The headers of the other tables. Columns with local times name the zone. */
export function tableHeaders(language: ExportLanguage, zone: string): TableHeaders {
  const { reference, linkId, connection } = exportWording[language].headers;
  const link = { reference, linkId, connection };
  const inZone = (header: string) => `${header} (${zone})`;
  return language === 'ar' ? arabic(link, inZone) : english(link, inZone);
}

type LinkHeaders = Pick<TableHeaders['plan'], 'reference' | 'linkId' | 'connection'>;
type InZone = (header: string) => string;

function english(link: LinkHeaders, inZone: InZone): TableHeaders {
  return {
    result: {
      ...link,
      change: 'Change',
      before: 'Before',
      asked: 'Asked for',
      outcome: 'Outcome',
      statusNow: 'Status at the provider',
      expiryNow: inZone('Expiry at the provider'),
      amountNow: 'Amount at the provider',
      currencyNow: 'Currency',
      providerCode: 'Provider code',
      providerText: 'Provider message',
      errorCode: 'Error code',
      error: 'Error',
      tries: 'Times sent',
      sentAt: inZone('Sent at'),
      settledAt: inZone('Settled at'),
    },
    plan: {
      ...link,
      verdict: 'Plan',
      reason: 'Reason',
      change: 'Change',
      before: 'Now',
      planned: 'Then',
      planId: 'Plan ID',
      plannedAt: inZone('Planned at'),
    },
    audit: {
      sequence: 'Number',
      at: 'Time (UTC)',
      actor: 'User',
      event: 'Event',
      subject: 'Subject',
      detail: 'Detail (JSON)',
      hash: 'Hash (SHA-256)',
    },
  };
}

function arabic(link: LinkHeaders, inZone: InZone): TableHeaders {
  return {
    result: {
      ...link,
      change: 'التعديل',
      before: 'قبل',
      asked: 'المطلوب',
      outcome: 'النتيجة',
      statusNow: 'الحالة لدى المزوّد',
      expiryNow: inZone('تاريخ الانتهاء لدى المزوّد'),
      amountNow: 'المبلغ لدى المزوّد',
      currencyNow: 'العملة',
      providerCode: 'رمز المزوّد',
      providerText: 'رسالة المزوّد',
      errorCode: 'رمز الخطأ',
      error: 'الخطأ',
      tries: 'مرات الإرسال',
      sentAt: inZone('وقت الإرسال'),
      settledAt: inZone('وقت الحسم'),
    },
    plan: {
      ...link,
      verdict: 'الخطة',
      reason: 'السبب',
      change: 'التعديل',
      before: 'الآن',
      planned: 'بعد التعديل',
      planId: 'معرّف الخطة',
      plannedAt: inZone('وقت التخطيط'),
    },
    audit: {
      sequence: 'الرقم',
      at: 'الوقت (UTC)',
      actor: 'المستخدم',
      event: 'الحدث',
      subject: 'الموضوع',
      detail: 'التفاصيل (JSON)',
      hash: 'البصمة (SHA-256)',
    },
  };
}
