import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkJob } from '#domain/bulk-job';
import { useDesk } from '../../../stores/desk-context';
import { useTellFailure } from '../../../stores/use-tell-failure';
import { toEditFilter } from './edit-filter';
import type { ShownEdits } from './edits-of-job';

export interface JobWork {
  readonly asking: 'export' | 'undo' | undefined;
  /** Writes the edits in sight as a file. */
  readonly exportResult: (shown: ShownEdits) => void;
  /** Plans to take the job back and shows the plan; nothing is sent. */
  readonly planUndo: () => void;
}

/** What can be done with the result of a job. A failure is told as a notice. */
export function useJobWork({ id: jobId }: BulkJob): JobWork {
  const { t } = useTranslation('jobDetail');
  const { bridge, tasks, dialogs, notices } = useDesk();
  const tell = useTellFailure();
  const [asking, setAsking] = useState<JobWork['asking']>(undefined);
  const run = (what: 'export' | 'undo', work: (taskId: string) => Promise<void>) => {
    setAsking(what);
    tasks
      .getState()
      .run({ kind: what === 'export' ? 'export' : 'plan' }, work)
      .catch(tell)
      .finally(() => setAsking(undefined));
  };
  return {
    asking,
    exportResult: ({ filter, search }) =>
      run('export', async (taskId) => {
        const edits = toEditFilter(filter, search);
        const file = await bridge.call('jobs:export-result', { taskId, jobId, ...edits });
        // The dialog was closed: nothing was written.
        if (file === null) return;
        notices.getState().add({
          tone: 'success',
          text: t('result.exported', { name: file.fileName, count: file.rows }),
          action: {
            label: t('result.reveal'),
            onPress: () => void bridge.call('export:reveal', { taskId }).catch(tell),
          },
        });
      }),
    planUndo: () =>
      run('undo', async (taskId) => {
        const plan = await bridge.call('jobs:plan-undo', { taskId, jobId });
        dialogs.getState().openBulkEdit({ kind: 'plan', plan });
      }),
  };
}
