import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button';
import { DateTimeField } from '../../../ui/date-time-field';
import { TextField } from '../../../ui/text-field';
import styles from './bulk-edit.module.css';
import { endOfDayIn, endOfMonth, maxDays, readDraft, usualDays, type ExpiryDraft } from './expiry-draft';
import { useZone } from './use-zone';

export interface ExpiryFieldsProps {
  readonly draft: ExpiryDraft;
  readonly onChange: (part: Partial<ExpiryDraft>) => void;
  readonly isDisabled: boolean;
}

/** The new expiry in the chosen way of saying it, with quick choices. */
export function ExpiryFields(props: ExpiryFieldsProps) {
  const { t } = useTranslation('bulkEdit');
  const { zone, name, now } = useZone();
  const { draft, onChange, isDisabled } = props;
  const read = readDraft(draft, now, zone);
  const error = read.ok ? undefined : t(`problem.${read.problem}`, { max: maxDays });
  return (
    <div className={styles['fields']}>
      {draft.mode === 'absolute' ? (
        <div className={styles['date']}>
          <DateTimeField
            label={t('at')}
            value={draft.at}
            timeZone={zone}
            onChange={(at) => onChange({ at })}
            isDisabled={isDisabled}
            error={error}
            description={t('zone', { zone, name })}
          />
        </div>
      ) : (
        <div className={styles['days']}>
          <TextField
            label={t('days')}
            value={draft.days}
            onChange={(days) => onChange({ days })}
            isDisabled={isDisabled}
            error={error}
            maxLength={8}
            description={t('daysHint', { zone, name })}
          />
        </div>
      )}
      <QuickChoices {...props} />
    </div>
  );
}

function QuickChoices({ draft, onChange, isDisabled }: ExpiryFieldsProps) {
  const { t } = useTranslation('bulkEdit');
  const { zone, now } = useZone();
  const choices =
    draft.mode === 'absolute'
      ? [
          { label: t('quick.today'), part: { at: endOfDayIn(0, now, zone) } },
          ...usualDays.map((count) => ({
            label: t('quick.inDays', { count }),
            part: { at: endOfDayIn(count, now, zone) },
          })),
          { label: t('quick.month'), part: { at: endOfMonth(now, zone) } },
        ]
      : usualDays.map((count) => ({ label: t('quick.plusDays', { count }), part: { days: String(count) } }));
  return (
    <div role="group" aria-label={t('quick.label')} className={styles['quick']}>
      {choices.map(({ label, part }) => (
        <Button key={label} size="small" isDisabled={isDisabled} onPress={() => onChange(part)}>
          {label}
        </Button>
      ))}
    </div>
  );
}
