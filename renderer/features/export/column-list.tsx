import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportColumn } from '#domain/export-spec';
import { Button } from '../../ui/button';
import { Checkbox } from '../../ui/checkbox';
import { IconButton } from '../../ui/icon-button';
import { IconChevronDown } from '../../ui/icons/arrows';
import { LiveRegion } from '../../ui/live-region';
import { Notice } from '../../ui/notice';
import {
  chosenColumns,
  leavesAmountAlone,
  usualColumns,
  withChoice,
  withMoved,
  type ColumnChoice,
} from './export-form';
import styles from './export.module.css';

export interface ColumnListProps {
  readonly columns: readonly ColumnChoice[];
  readonly onChange: (columns: readonly ColumnChoice[]) => void;
}

/** The columns of the file, taken or left out, in their order. */
export function ColumnList({ columns, onChange }: ColumnListProps) {
  const { t } = useTranslation('export');
  const [aloud, setAloud] = useState('');
  const chosen = chosenColumns(columns).length;
  const move = (id: ExportColumn, by: -1 | 1) => {
    const moved = withMoved(columns, id, by);
    const position = moved.findIndex((column) => column.id === id) + 1;
    setAloud(t('columns.moved', { name: t(`column.${id}`), position, total: moved.length }));
    onChange(moved);
  };
  return (
    <section className={styles['columns']} aria-label={t('columns.heading')}>
      <header>
        <h3>{t('columns.heading')}</h3>
        <span className={styles['muted']}>{t('columns.chosen', { chosen, total: columns.length })}</span>
        <span className={styles['tools']}>
          <Button
            size="small"
            variant="quiet"
            onPress={() => onChange(columns.map(({ id }) => ({ id, isOn: true })))}
          >
            {t('columns.all')}
          </Button>
          <Button size="small" variant="quiet" onPress={() => onChange(usualColumns)}>
            {t('columns.usual')}
          </Button>
        </span>
      </header>
      <p className={styles['muted']}>{t('columns.hint')}</p>
      <ol>
        {columns.map((column) => (
          <ColumnRow
            key={column.id}
            column={column}
            onChoose={(isOn) => onChange(withChoice(columns, column.id, isOn))}
            onMove={(by) => move(column.id, by)}
          />
        ))}
      </ol>
      {chosen === 0 && <Notice tone="error">{t('columns.none')}</Notice>}
      {leavesAmountAlone(columns) && <Notice tone="warning">{t('amountAlone')}</Notice>}
      <LiveRegion message={aloud} />
    </section>
  );
}

interface ColumnRowProps {
  readonly column: ColumnChoice;
  readonly onChoose: (isOn: boolean) => void;
  readonly onMove: (by: -1 | 1) => void;
}

/** At the edges the arrows do nothing rather than be disabled: a disabled button would lose the keyboard's place. */
function ColumnRow({ column: { id, isOn }, onChoose, onMove }: ColumnRowProps) {
  const { t } = useTranslation('export');
  const name = t(`column.${id}`);
  return (
    <li>
      <Checkbox isSelected={isOn} onChange={onChoose}>
        {name}
      </Checkbox>
      <span className={styles['arrows']}>
        <IconButton
          size="small"
          label={t('columns.up', { name })}
          icon={
            <span className={styles['up']}>
              <IconChevronDown size={14} />
            </span>
          }
          onPress={() => onMove(-1)}
        />
        <IconButton
          size="small"
          label={t('columns.down', { name })}
          icon={<IconChevronDown size={14} />}
          onPress={() => onMove(1)}
        />
      </span>
    </li>
  );
}
