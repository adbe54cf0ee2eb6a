import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { RefreshAnswer, RefreshPolicy } from '#contract/links';
import { actionScope } from '../../../stores/desk';
import { useDesk } from '../../../stores/desk-context';
import type { NoticeTone } from '../../../stores/notices-store';
import type { RunningTask } from '../../../stores/tasks-store';
import { useTellFailure } from '../../../stores/use-tell-failure';

export interface Refresh {
  /** Checks the selected links, or all that match when none is selected. One refresh at a time. */
  readonly refresh: () => void;
  /** Checks every link a policy names, whatever is shown. */
  readonly refreshBy: (policy: RefreshPolicy) => void;
  readonly running: RunningTask | undefined;
}

/** Checking links at their provider, with what became of it as a notice. */
export function useRefresh(): Refresh {
  const tell = useTellFailure();
  const summaryOf = useRefreshSummary();
  const desk = useDesk();
  const running = useStore(desk.tasks, ({ tasks }) => tasks.find(({ kind }) => kind === 'refresh'));
  const run = (work: (taskId: string) => Promise<RefreshAnswer>) => {
    const { add } = desk.notices.getState();
    desk.tasks
      .getState()
      .run({ kind: 'refresh' }, work)
      .then((answer) => add(summaryOf(answer)), tell);
  };
  const refresh = () => {
    const scope = actionScope(desk);
    if (running !== undefined || scope === undefined || scope.count === 0) return;
    run((taskId) => desk.bridge.call('links:refresh', { taskId, selection: scope.selection }));
  };
  const refreshBy = (policy: RefreshPolicy) => {
    if (running === undefined) run((taskId) => desk.bridge.call('links:refresh-policy', { taskId, policy }));
  };
  return { refresh, refreshBy, running };
}

function useRefreshSummary(): (answer: RefreshAnswer) => { tone: NoticeTone; text: string } {
  const { t } = useTranslation('links');
  return ({ checked, changed, failed, cancelled }) => ({
    tone: failed > 0 ? 'warning' : cancelled ? 'info' : 'success',
    text: [
      ...(cancelled ? [t('refreshing.cancelled')] : []),
      t('refreshing.done', { count: checked, changed }),
      ...(failed > 0 ? [t('refreshing.failed', { count: failed })] : []),
    ].join(' '),
  });
}
