import type { TFunction } from 'i18next';
import type { FieldChange } from '#domain/link-patch';

/** Names the effect of saving: "Close this link", "Change the expiry", "Send 3 changes". */
export function saveLabel(changes: readonly FieldChange[], t: TFunction<'links'>): string {
  const [only] = changes;
  if (only === undefined) return t('form.save.none');
  if (changes.length > 1) return t('form.save.many', { count: changes.length });
  if (only.field !== 'status') return t(`form.save.${only.field}`);
  return only.after === 'closed' ? t('form.save.close') : t('form.save.reopen');
}
