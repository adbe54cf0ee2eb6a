import { useState, type KeyboardEvent, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { longestPresetName, mostPresets } from '#domain/export-preset';
import { problemOfName } from '../../stores/view-content';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { TextField } from '../../ui/text-field';
import styles from './presets.module.css';

export interface PresetNameProps {
  /** The name so far; empty for a new preset. */
  readonly before: string;
  /** Names that are taken. */
  readonly others: readonly string[];
  /** No further preset can be kept. */
  readonly isFull: boolean;
  readonly onName: (name: string) => void;
  readonly onGiveUp: () => void;
}

/** Asks for the name of a preset, in the place of the bar. Enter keeps it, Esc gives up and leaves the dialog open. */
export function PresetName({ before, others, isFull, onName, onGiveUp }: PresetNameProps) {
  const { t } = useTranslation(['export', 'common']);
  const [name, setName] = useState(before);
  const [isTold, setTold] = useState(false);
  const problem = problemOfName(name, others);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTold(true);
    if (problem === undefined) onName(name);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onGiveUp();
  };
  if (isFull) {
    return (
      <Notice tone="warning" onDismiss={onGiveUp}>
        {t('preset.full', { count: mostPresets })}
      </Notice>
    );
  }
  return (
    // The keys of the form's own field pass here.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- see above
    <form className={styles['form']} onSubmit={submit} onKeyDown={onKeyDown}>
      <TextField
        label={t('preset.name')}
        value={name}
        onChange={setName}
        maxLength={longestPresetName}
        autoFocus
        // An empty name is only told once it was sent; a taken one at once.
        error={
          problem === undefined || (problem === 'empty' && !isTold)
            ? undefined
            : t(`preset.problem.${problem}`)
        }
      />
      <Button type="submit" variant="primary">
        {t('common:save')}
      </Button>
      <Button onPress={onGiveUp}>{t('common:cancel')}</Button>
    </form>
  );
}
