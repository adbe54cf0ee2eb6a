import { useDesk } from '../../../stores/desk-context';
import { useTellFailure } from '../../../stores/use-tell-failure';
import type { SavedPlan } from './bulk-flow';

/** Writes a plan into a file. Undefined when the user closed the system's dialog, and when it failed, which is told. */
export function useSavePlan(): (planId: string) => Promise<SavedPlan | undefined> {
  const { bridge, tasks } = useDesk();
  const tell = useTellFailure();
  return (planId) =>
    tasks.getState().run({ kind: 'save-plan' }, async (taskId) => {
      try {
        const file = await bridge.call('jobs:save-plan', { taskId, planId });
        return file === null ? undefined : { taskId, fileName: file.fileName };
      } catch (thrown) {
        tell(thrown);
        return undefined;
      }
    });
}
