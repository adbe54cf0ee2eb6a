import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { ExpiresFilter as ExpiresValue } from '#domain/link-filter';
import { useFormatters } from '../../../i18n/use-formatters';
import { useDesk } from '../../../stores/desk-context';
import { DateField } from '../../../ui/date-field';
import { FilterChip } from '../../../ui/filter-chip';
import { RadioField } from '../../../ui/radio-field';
import {
  betweenDays,
  choiceOf,
  daysOf,
  expiresChoices,
  expiresOf,
  type ExpiresChoice,
} from './expires-choice';
import styles from './expires-filter.module.css';

/** When links expire: relative choices stay relative, dates are whole days of the settings' zone. */
export function ExpiresFilter() {
  const { t } = useTranslation('links');
  const { query, settings } = useDesk();
  const filter = useStore(query, (state) => state.filter);
  const zone = useStore(settings, (state) => state.settings.zone);
  const { expires, ...rest } = filter;
  const set = (value: ExpiresValue) => query.getState().setFilter({ ...rest, expires: value });
  const summary = useExpiresWords(expires, zone);
  const choice = choiceOf(expires);
  const days = daysOf(expires, zone);
  return (
    <FilterChip
      field={t('filters.expires')}
      {...(summary === undefined ? {} : { summary, onClear: () => query.getState().setFilter(rest) })}
    >
      <div className={styles['body']}>
        <RadioField<ExpiresChoice>
          label={t('filters.expires')}
          options={expiresChoices.map((id) => ({ id, label: t(`expires.${id}`) }))}
          value={choice}
          onChange={(id) => set(expiresOf(id))}
        />
        {choice === 'between' && (
          <div className={styles['days']}>
            <DateField
              label={t('expires.from')}
              value={days.from}
              onChange={(from) => set(betweenDays({ ...days, from }, zone))}
            />
            <DateField
              label={t('expires.until')}
              value={days.until}
              onChange={(until) => set(betweenDays({ ...days, until }, zone))}
            />
            <p className={styles['note']}>{t('expires.zone', { zone })}</p>
          </div>
        )}
      </div>
    </FilterChip>
  );
}

/** Words an expiry filter; undefined for none. */
export function useExpiresWords(expires: ExpiresValue | undefined, zone: string): string | undefined {
  const { t } = useTranslation('links');
  const { date } = useFormatters();
  if (expires === undefined) return undefined;
  if (expires.kind === 'within-days') return t('expires.withinDays', { count: expires.days });
  if (expires.kind !== 'between') return t(`expires.${expires.kind}`);
  const from = expires.from === undefined ? undefined : date(expires.from, zone);
  const until = expires.until === undefined ? undefined : date(expires.until, zone);
  if (from === undefined)
    return until === undefined ? t('expires.anyDate') : t('expires.untilDate', { until });
  return until === undefined ? t('expires.fromDate', { from }) : t('expires.fromUntil', { from, until });
}
