import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button';
import styles from './bulk-edit.module.css';
import { endOfDayIn, endOfMonth, usualDays, type ExpiryDraft } from './expiry-draft';
import { useZone } from './use-zone';

export interface QuickDatesProps {
  readonly draft: ExpiryDraft;
  readonly onChange: (part: Partial<ExpiryDraft>) => void;
  readonly isDisabled: boolean;
}

/** Quick choices that fill in the date, or the days to add. */
export function QuickDates({ draft, onChange, isDisabled }: QuickDatesProps) {
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
      : usualDays.map((count) => ({
          label: t('quick.plusDays', { count }),
          part: { count: String(count), unit: 'days' as const },
        }));
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
