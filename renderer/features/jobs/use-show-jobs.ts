import { useCallback } from 'react';
import { useDesk } from '../../stores/desk-context';
import type { JobsView } from '../../stores/jobs-store';

/** Brings the page of jobs to the front with what is asked for; a dialog in front of it closes. */
export function useShowJobs(): (view: Partial<JobsView>) => void {
  const { jobs, dialogs, commands } = useDesk();
  return useCallback(
    (view) => {
      jobs.getState().show(view);
      dialogs.getState().close();
      commands.run('show-jobs');
    },
    [jobs, dialogs, commands],
  );
}
