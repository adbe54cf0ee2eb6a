import type { ReactNode } from 'react';
import { Autocomplete, Header, Input, Menu, MenuSection, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { usePrimaryKey } from '../../stores/use-primary-key';
import { classNames } from '../../ui/class-names';
import { Dialog } from '../../ui/dialog';
import field from '../../ui/field.module.css';
import { IconSearch } from '../../ui/icons/actions';
import { MenuRow } from '../../ui/menu-row';
import { matchWords } from './match-words';
import { paletteGroups } from './palette-commands';
import styles from './palette.module.css';
import { usePalette } from './use-palette';
import { usePaletteWords } from './use-palette-words';

export interface PaletteDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Every command by its name. What cannot be used now stays, with the reason. */
export function PaletteDialog({ isOpen, onClose }: PaletteDialogProps): ReactNode {
  const { t } = useTranslation('app');
  return (
    <Dialog title={t('palette.title')} isOpen={isOpen} onClose={onClose}>
      <Palette onClose={onClose} />
    </Dialog>
  );
}

function Palette({ onClose }: Pick<PaletteDialogProps, 'onClose'>): ReactNode {
  const { t } = useTranslation('app');
  const primary = usePrimaryKey();
  const { commands, run } = usePalette();
  const { nameOf, reasonOf } = usePaletteWords();
  const onAction = (id: string) => {
    const command = commands.find((candidate) => candidate.id === id);
    if (command === undefined) return;
    onClose();
    run(command);
  };
  return (
    <div className={styles['palette']}>
      <Autocomplete filter={matchWords}>
        <TextField aria-label={t('palette.label')} className={classNames(field['field'], styles['search'])}>
          <div className={field['control']}>
            <IconSearch />
            <Input
              autoFocus
              className={field['input'] ?? ''}
              placeholder={t('palette.placeholder')}
              spellCheck={false}
            />
          </div>
        </TextField>
        <Menu
          aria-label={t('palette.title')}
          className={styles['list'] ?? ''}
          onAction={(key) => onAction(String(key))}
          renderEmptyState={() => <p className={styles['empty']}>{t('palette.empty')}</p>}
        >
          {paletteGroups.map((group) => (
            <MenuSection key={group} id={group} className={styles['group'] ?? ''}>
              <Header className={styles['heading'] ?? ''}>{t(`palette.group.${group}`)}</Header>
              {commands
                .filter((command) => command.group === group)
                .map((command) => {
                  const reason = reasonOf(command);
                  const keys = command.keys?.replace('Mod', primary);
                  return (
                    <MenuRow
                      key={command.id}
                      id={command.id}
                      label={nameOf(command)}
                      {...(keys !== undefined && { shortcut: keys })}
                      {...(reason !== undefined && { description: reason, isDisabled: true })}
                    />
                  );
                })}
            </MenuSection>
          ))}
        </Menu>
      </Autocomplete>
    </div>
  );
}
