import { useTranslation } from 'react-i18next';
import { usePrimaryKey } from '../stores/use-primary-key';
import { Dialog } from '../ui/dialog';
import { Kbd } from '../ui/kbd';
import styles from './shortcuts-dialog.module.css';

export interface ShortcutsDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const groups = [
  {
    name: 'table',
    rows: [
      ['move', '↑ ↓ ← →'],
      ['edges', 'Mod Home / Mod End'],
      ['toggle', 'Space'],
      ['extend', 'Shift ↑ / Shift ↓'],
      ['all', 'Mod A'],
      ['copy', 'Mod C'],
      ['menu', 'Shift F10'],
      ['moveColumn', 'Mod Shift ← / Mod Shift →'],
      ['open', 'Enter / E'],
      ['escape', 'Esc'],
    ],
  },
  {
    name: 'actions',
    rows: [
      ['palette', 'Mod K'],
      ['search', '/ or Mod F'],
      ['filter', 'F'],
      ['views', 'V'],
      ['view', 'Mod 1 … 9'],
      ['expiry', 'X'],
      ['refresh', 'Mod R'],
      ['save', 'Mod S'],
      ['import', 'Mod I'],
      ['export', 'Mod E'],
      ['settings', 'Mod ,'],
      ['help', '?'],
    ],
  },
] as const;

/** The sheet of keyboard shortcuts. */
export function ShortcutsDialog({ isOpen, onClose }: ShortcutsDialogProps) {
  const { t } = useTranslation('app');
  const primary = usePrimaryKey();
  return (
    <Dialog title={t('shortcuts')} size="medium" isOpen={isOpen} onClose={onClose}>
      <div className={styles['groups']}>
        {groups.map(({ name, rows }) => (
          <section key={name}>
            <h3>{t(`groups.${name}`)}</h3>
            <dl className={styles['rows']}>
              {rows.map(([what, keys]) => (
                <div key={what} className={styles['row']}>
                  <dt>{t(`keys.${what}`)}</dt>
                  <dd className={styles['keys']}>
                    {keys.split(/ (?:\/|or) /).map((one) => (
                      <Kbd key={one}>{one.replace('Mod', primary)}</Kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
