import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { DoneActions } from './done-step';
import type { ImportFlow } from './import-flow';
import { MendWords } from './mend-words';
import type { ImportWork } from './use-import';

export interface ImportActionsProps {
  readonly work: ImportWork;
  readonly shown: Exclude<ImportFlow, { kind: 'choosing' }>;
  readonly onClose: () => void;
}

/** What can be done at each step. */
export function ImportActions({ work, shown, onClose }: ImportActionsProps) {
  const { t } = useTranslation(['import', 'common']);
  const isChoosing = work.flow.kind === 'choosing';
  switch (shown.kind) {
    case 'empty':
      return (
        <>
          <Button isDisabled={isChoosing} onPress={onClose}>
            {t('common:cancel')}
          </Button>
          <Button variant="primary" autoFocus isPending={isChoosing} onPress={work.choose}>
            {t('start.choose')}
          </Button>
        </>
      );
    case 'mapping':
      return (
        <>
          <MendWords flow={shown} />
          <Button isPending={isChoosing} onPress={work.choose}>
            {t('start.other')}
          </Button>
          <Button isDisabled={isChoosing} onPress={onClose}>
            {t('common:cancel')}
          </Button>
          <Button
            variant="primary"
            isDisabled={isChoosing}
            isPending={shown.rereading !== undefined}
            onPress={work.run}
          >
            {t('run')}
          </Button>
        </>
      );
    case 'running':
      return <Button onPress={work.cancel}>{t('progress.cancel')}</Button>;
    case 'done':
      return (
        <DoneActions
          connectionId={shown.form.connectionId}
          isChoosing={isChoosing}
          onAnother={work.choose}
          onClose={onClose}
        />
      );
  }
}
