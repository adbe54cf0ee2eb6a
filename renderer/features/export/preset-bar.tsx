import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { IconButton } from '../../ui/icon-button';
import { IconPlus, IconSave, IconUndo } from '../../ui/icons/actions';
import { IconChevronDown } from '../../ui/icons/arrows';
import { MenuButton } from '../../ui/menu-button';
import { presetActions, usePresetItems, type PresetAction } from './preset-items';
import { PresetName } from './preset-name';
import styles from './presets.module.css';
import type { Presets } from './use-presets';

type Question = 'save-as' | 'rename' | 'remove';

/** Which preset the choices came from, a menu of all, and what can be done once they were changed. */
export function PresetBar({ presets }: { readonly presets: Presets }) {
  const { t } = useTranslation('export');
  const { current, isModified } = presets;
  const [question, ask] = useState<Question | undefined>(undefined);
  const bar = useRef<HTMLDivElement>(null);
  const items = usePresetItems(presets);
  const act: Readonly<Record<PresetAction, () => void>> = {
    '/save': presets.save,
    '/save-as': () => ask('save-as'),
    '/reset': () => presets.pick(current.id),
    '/rename': () => ask('rename'),
    '/remove': () => ask('remove'),
  };
  const onAction = (id: string) => {
    const action = presetActions.find((candidate) => candidate === id);
    if (action === undefined) presets.pick(id);
    else act[action]();
  };
  // What was pressed is gone by then: the keyboard goes on at the menu.
  const andGoBack = (work: () => void) => () => {
    work();
    ask(undefined);
    requestAnimationFrame(() => bar.current?.querySelector('button')?.focus());
  };
  return (
    <div ref={bar} className={styles['bar']} role="group" aria-label={t('preset.label')}>
      {question === undefined ? (
        <>
          <span className={styles['label']} aria-hidden>
            {t('preset.label')}
          </span>
          <MenuButton
            isTall
            items={items}
            onAction={onAction}
            trigger={
              <Button>
                <span className="visually-hidden">{t('preset.trigger')}</span>
                <bdi className={styles['name']}>{current.name}</bdi>
                {isModified && (
                  <>
                    <span className={styles['dot']} />
                    <span className="visually-hidden">{t('preset.changed')}</span>
                  </>
                )}
                <IconChevronDown />
              </Button>
            }
          />
          {isModified && (
            <>
              <span className={styles['note']} aria-hidden>
                {t('preset.changedNote')}
              </span>
              {current.isOwn && (
                <IconButton label={t('preset.save')} icon={<IconSave />} onPress={andGoBack(act['/save'])} />
              )}
              <IconButton label={t('preset.saveAs')} icon={<IconPlus />} onPress={act['/save-as']} />
              <IconButton label={t('preset.reset')} icon={<IconUndo />} onPress={andGoBack(act['/reset'])} />
            </>
          )}
        </>
      ) : (
        <PresetQuestion question={question} presets={presets} onDone={andGoBack} />
      )}
    </div>
  );
}

interface PresetQuestionProps {
  readonly question: Question;
  readonly presets: Presets;
  readonly onDone: (work: () => void) => () => void;
}

/** What is asked in the bar's own place: a name, or whether a preset shall really go. */
function PresetQuestion({ question, presets, onDone }: PresetQuestionProps) {
  const { t } = useTranslation(['export', 'common']);
  const { all, current } = presets;
  const giveUp = onDone(() => undefined);
  if (question === 'remove') {
    return (
      <>
        <span role="alert">{t('preset.removeQuestion', { name: current.name })}</span>
        <Button size="small" variant="danger" autoFocus onPress={onDone(presets.remove)}>
          {t('preset.removeConfirm')}
        </Button>
        <Button size="small" onPress={giveUp}>
          {t('preset.removeKeep')}
        </Button>
      </>
    );
  }
  const before = question === 'rename' ? current.name : '';
  return (
    <PresetName
      before={before}
      others={all.map(({ name }) => name).filter((name) => name !== before)}
      isFull={question === 'save-as' && presets.isFull}
      onName={(name) => onDone(() => (question === 'rename' ? presets.rename(name) : presets.saveAs(name)))()}
      onGiveUp={giveUp}
    />
  );
}
