import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { longestName, problemOfName } from '../../../stores/view-content';
import { Button } from '../../../ui/button';
import { Checkbox } from '../../../ui/checkbox';
import { Dialog } from '../../../ui/dialog';
import { TextField } from '../../../ui/text-field';
import type { ListedView } from './use-views';
import styles from './views.module.css';

/** What a name is asked for: a new view, or one that has a name already. */
export type NameQuestion =
  { readonly kind: 'save-as' } | { readonly kind: 'rename'; readonly view: ListedView };

export interface ViewNameDialogProps {
  readonly question: NameQuestion | undefined;
  readonly onClose: () => void;
  /** Names that are taken. */
  readonly names: readonly string[];
  readonly onSaveAs: (name: string, withLayout: boolean) => void;
  readonly onRename: (id: string, name: string) => void;
}

/** Asks for the name of a view. */
export function ViewNameDialog({ question, onClose, ...rest }: ViewNameDialogProps) {
  const { t } = useTranslation('links');
  const isNew = question?.kind !== 'rename';
  return (
    <Dialog
      size="small"
      title={t(isNew ? 'views.saveAsTitle' : 'views.renameTitle')}
      isOpen={question !== undefined}
      onClose={onClose}
    >
      {question !== undefined && <NameForm question={question} onClose={onClose} {...rest} />}
    </Dialog>
  );
}

interface NameFormProps extends Omit<ViewNameDialogProps, 'question'> {
  readonly question: NameQuestion;
}

function NameForm({ question, onClose, names, onSaveAs, onRename }: NameFormProps) {
  const { t } = useTranslation('links');
  const before = question.kind === 'rename' ? question.view.name : '';
  const [name, setName] = useState(before);
  const [withLayout, setWithLayout] = useState(true);
  const [isTold, setTold] = useState(false);
  const problem = problemOfName(
    name,
    names.filter((other) => other !== before),
  );
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTold(true);
    if (problem !== undefined) return;
    if (question.kind === 'rename') onRename(question.view.id, name);
    else onSaveAs(name, withLayout);
    onClose();
  };
  return (
    <form className={styles['form']} onSubmit={submit}>
      <TextField
        label={t('views.name')}
        value={name}
        onChange={setName}
        maxLength={longestName}
        autoFocus
        // An empty name is only told once it was sent; a taken one at once.
        error={
          problem === undefined || (problem === 'empty' && !isTold)
            ? undefined
            : t(`views.problem.${problem}`)
        }
      />
      {question.kind === 'save-as' && (
        <Checkbox isSelected={withLayout} onChange={setWithLayout} description={t('views.withLayoutHint')}>
          {t('views.withLayout')}
        </Checkbox>
      )}
      <div className={styles['buttons']}>
        <Button onPress={onClose}>{t('views.cancel')}</Button>
        <Button type="submit" variant="primary">
          {t(question.kind === 'rename' ? 'views.confirmRename' : 'views.confirmSave')}
        </Button>
      </div>
    </form>
  );
}
