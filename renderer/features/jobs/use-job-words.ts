import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { BulkChange, BulkJob } from '#domain/bulk-job';
import { progressOf } from '#domain/edit-state';
import type { ExpiryChange } from '#domain/expiry';
import { useFormatters } from '../../i18n/use-formatters';
import { useDesk } from '../../stores/desk-context';
import { findJob } from '../../stores/known-jobs';
import { useValueWords } from './use-value-words';

/** "Set expiry of 300 links"; of an undo also what it takes back, where that job is known. */
export function useJobName(): (job: BulkJob, original?: BulkJob) => string {
  const { t } = useTranslation('jobs');
  return useCallback(
    (job, original) => {
      const nameOf = ({ change, counts, reference = '' }: BulkJob): string => {
        if (change.verb !== 'edit') return t(`name.${change.verb}`, { count: progressOf(counts).total });
        return reference === '' ? t('name.edit') : t('name.editOf', { reference });
      };
      const name = nameOf(job);
      return original === undefined ? name : t('name.of', { name, original: nameOf(original) });
    },
    [t],
  );
}

/** The job that an undo takes back; it is read when nobody has asked for it before. */
export function useOriginal({ change }: BulkJob): BulkJob | undefined {
  const { jobs } = useDesk();
  const originalId = change.verb === 'undo' ? change.ofJobId : undefined;
  useEffect(() => {
    // Without it, the undo has a shorter name.
    if (originalId !== undefined)
      jobs
        .getState()
        .look(originalId)
        .catch(() => undefined);
  }, [jobs, originalId]);
  return useStore(jobs, (state) => findJob(state.jobs, originalId)?.job);
}

/** "New expiry: 30 Nov 2026, 23:59, Asia/Kuwait": what the job asks of every link; undefined where its name says it all. */
export function useChangeWords(): (change: BulkChange) => string | undefined {
  const { t } = useTranslation('jobs');
  const expiryWords = useExpiryWords();
  const words = useValueWords();
  return (change) => {
    switch (change.verb) {
      case 'set-expiry':
        return expiryWords(change.expiry);
      case 'set-amount':
        return t('change.amount', { amount: words('amount', change.amount) });
      case 'set-order-text':
        return t('change.orderText', { text: change.orderText });
      case 'close':
      case 'reopen':
      case 'edit':
      case 'undo':
        return undefined;
    }
  };
}

function useExpiryWords(): (expiry: ExpiryChange) => string {
  const { t } = useTranslation('jobs');
  const { settings } = useDesk();
  const zone = useStore(settings, (state) => state.settings.zone);
  const { dateTime } = useFormatters();
  return (expiry) => {
    switch (expiry.kind) {
      case 'absolute':
        return t('change.absolute', { at: dateTime(expiry.at, zone), zone });
      case 'plus-days':
        return t('change.plusDays', { count: expiry.days, zone: expiry.zone });
      case 'month-end':
        return expiry.months === 0
          ? t('change.monthEnd', { zone: expiry.zone })
          : t('change.monthEndLater', { count: expiry.months, zone: expiry.zone });
      case 'business-day':
        return t('change.businessDay', { zone: expiry.zone });
    }
  };
}
