import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useFormatters } from '../../../i18n/use-formatters';
import { useDesk } from '../../../stores/desk-context';
import { useNow } from '../../../stores/use-now';
import { Button } from '../../../ui/button';
import { expiryPicks } from './expiry-picks';
import styles from './link-panel.module.css';

export interface ExpiryQuickPicksProps {
  /** When the link expires now. */
  readonly expiresAt: number | undefined;
  readonly isDisabled: boolean;
  readonly onPick: (at: number) => void;
}

/** Usual moves of an expiry, at a press. They only fill the field. */
export function ExpiryQuickPicks({ expiresAt, isDisabled, onPick }: ExpiryQuickPicksProps) {
  const { t } = useTranslation('links');
  const { dateTime } = useFormatters();
  const { settings } = useDesk();
  const { zone, businessDays } = useStore(settings, (state) => state.settings);
  const now = useNow();
  const picks = expiryPicks(expiresAt, { zone, businessDays, now });
  if (picks.length === 0) return null;
  return (
    <div role="group" aria-label={t('picks.label')} className={styles['picks']}>
      {picks.map(({ id, at, isUseful }) => (
        <Button
          key={id}
          size="small"
          aria-label={t('picks.to', { pick: t(`picks.${id}`), at: dateTime(at, zone) })}
          isDisabled={isDisabled || !isUseful}
          onPress={() => onPick(at)}
        >
          {t(`picks.${id}`)}
        </Button>
      ))}
    </div>
  );
}
