import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useDesk } from '../../../stores/desk-context';
import { isFull } from '../../../stores/view-content';
import { Button } from '../../../ui/button';
import { IconSave, IconUndo } from '../../../ui/icons/actions';
import { IconChevronDown } from '../../../ui/icons/arrows';
import { IconButton } from '../../../ui/icon-button';
import { MenuButton } from '../../../ui/menu-button';
import { useViewItems, viewActions, type ViewAction } from './view-items';
import { ViewIcon } from './view-icon';
import { ViewNameDialog, type NameQuestion } from './view-name-dialog';
import { useViewMoves } from './use-view-moves';
import { useViews } from './use-views';
import styles from './views.module.css';

/** Which view is on screen, a menu of all of them, and what can be done once it was changed. */
export function ViewBar() {
  const { t } = useTranslation('links');
  const { commands, notices, settings } = useDesk();
  const views = useViews();
  const { all, current, isModified } = views;
  const moves = useViewMoves();
  const isNoRoom = useStore(settings, (state) => isFull(state.settings.views));
  const count = useStore(settings, (state) => state.settings.views.length);
  const [isOpen, setOpen] = useState(false);
  const [question, setQuestion] = useState<NameQuestion | undefined>(undefined);
  const bar = useRef<HTMLDivElement>(null);

  useEffect(
    () =>
      commands.answer((command) => {
        if (command === 'open-views') setOpen(true);
      }),
    [commands],
  );

  const focusMenuButton = () => bar.current?.querySelector('button')?.focus();
  // A dialog gives the focus back to where it was: that must be the button, not an item of a menu that is gone.
  const ask = (next: NameQuestion) => {
    flushSync(() => setOpen(false));
    focusMenuButton();
    setQuestion(next);
  };
  const askName = () => {
    if (isNoRoom) notices.getState().add({ tone: 'warning', text: t('views.full', { count }) });
    else ask({ kind: 'save-as' });
  };
  const act: Readonly<Record<ViewAction, () => void>> = {
    '/save': () => moves.save(current),
    '/save-as': askName,
    '/reset': moves.reset,
    '/rename': () => ask({ kind: 'rename', view: current }),
    '/remove': () => moves.remove(current),
  };
  const onAction = (id: string) => {
    const action = viewActions.find((candidate) => candidate === id);
    if (action === undefined) moves.pick(id);
    else act[action]();
  };
  // The buttons beside it go when the view is unchanged again: the keyboard must not be on them then.
  const andGoBack = (work: () => void) => () => {
    work();
    focusMenuButton();
  };
  return (
    <div ref={bar} className={styles['bar']}>
      <MenuButton
        isTall
        isOpen={isOpen}
        onOpenChange={setOpen}
        items={useViewItems(views)}
        onAction={onAction}
        trigger={
          <Button icon={<ViewIcon id={current.id} />}>
            <span className="visually-hidden">{t('views.trigger')}</span>
            <bdi className={styles['name']}>{current.name}</bdi>
            <span className={styles['dot']} data-shown={isModified || undefined} />
            {isModified && <span className="visually-hidden">{t('views.changed')}</span>}
            <IconChevronDown />
          </Button>
        }
      />
      <div className={styles['changed']} data-shown={isModified || undefined}>
        <IconButton
          label={current.isOwn ? t('views.save') : t('views.saveAs')}
          icon={<IconSave />}
          onPress={current.isOwn ? andGoBack(act['/save']) : act['/save-as']}
        />
        <IconButton label={t('views.reset')} icon={<IconUndo />} onPress={andGoBack(act['/reset'])} />
      </div>
      <ViewNameDialog
        question={question}
        names={all.map(({ name }) => name)}
        onSaveAs={moves.saveAs}
        onRename={moves.rename}
        onClose={() => setQuestion(undefined)}
      />
    </div>
  );
}
