import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { BulkJob } from '#domain/bulk-job';
import type { EditState } from '#domain/edit-state';
import type { GridColumn } from '../../../grid/grid-types';
import { useFormatters } from '../../../i18n/use-formatters';
import { useDesk } from '../../../stores/desk-context';
import { Chip } from '../../../ui/chip';
import { JobName } from './job-name';
import { PhaseChip } from './phase-chip';
import { phaseOf } from '../job-phase';
import { useJobName } from '../use-job-words';

type Column = GridColumn<BulkJob>;

const counted = ['applied', 'failed', 'conflict', 'skipped'] as const satisfies readonly EditState[];

/** The columns of the list of jobs; with a job beside it, only those that tell jobs apart. */
export function useJobColumns(isNarrow: boolean): readonly Column[] {
  const { t } = useTranslation('jobs');
  const { dateTime, number, locale } = useFormatters();
  const name = useJobName();
  const { settings } = useDesk();
  const zone = useStore(settings, (state) => state.settings.zone);
  return useMemo(() => {
    const startedText = ({ startedAt }: BulkJob) =>
      startedAt === undefined ? '' : dateTime(startedAt, zone);
    const undoneChip = <Chip tone="violet">{t('undone')}</Chip>;
    const first: readonly Column[] = [
      {
        id: 'name',
        header: t('column.name'),
        width: isNarrow ? 172 : 240,
        minWidth: 120,
        grow: true,
        pinned: !isNarrow,
        render: (job) => <JobName job={job} />,
        text: (job) => name(job),
      },
      {
        id: 'phase',
        header: t('column.phase'),
        width: locale.startsWith('ar') ? 118 : 106,
        // With a job beside it, the list has no room for a column more.
        render: (job) => (isNarrow && job.undoneBy !== undefined ? undoneChip : <PhaseChip job={job} />),
        text: (job) => t(`chip.${phaseOf(job)}`),
      },
      {
        id: 'startedAt',
        header: t('column.startedAt'),
        width: locale.startsWith('ar') ? 176 : 158,
        render: (job) => <span>{startedText(job)}</span>,
        text: startedText,
      },
    ];
    const figures = counted.map((state): Column => ({
      id: state,
      header: t(`column.${state}`),
      width: 96,
      align: 'end',
      render: ({ counts }) => (
        <span data-zero={counts[state] === 0 || undefined}>{number(counts[state])}</span>
      ),
      text: ({ counts }) => String(counts[state]),
    }));
    const undone: Column = {
      id: 'undone',
      header: t('column.undone'),
      width: 116,
      render: ({ undoneBy }) => (undoneBy === undefined ? null : undoneChip),
      text: ({ undoneBy }) => (undoneBy === undefined ? '' : t('undone')),
    };
    return isNarrow ? [...first, ...figures] : [...first, ...figures, undone];
  }, [t, dateTime, number, locale, name, zone, isNarrow]);
}
