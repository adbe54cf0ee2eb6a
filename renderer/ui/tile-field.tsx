import type { ReactNode } from 'react';
import { Label, RadioButton, RadioField as AriaRadioField, RadioGroup, Text } from 'react-aria-components';
import field from './field.module.css';
import styles from './tile-field.module.css';

export interface Tile<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly description: string;
}

export interface TileFieldProps<Id extends string> {
  readonly label: string;
  readonly tiles: readonly Tile<Id>[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
}

/** One of a few values that decide what else is asked: each a tile with a line about what it is for. */
export function TileField<Id extends string>({
  label,
  tiles,
  value,
  onChange,
}: TileFieldProps<Id>): ReactNode {
  return (
    <RadioGroup
      value={value}
      onChange={(chosen) => {
        const tile = tiles.find((candidate) => candidate.id === chosen);
        if (tile !== undefined) onChange(tile.id);
      }}
      className={field['field'] ?? ''}
    >
      <Label className={field['label'] ?? ''}>{label}</Label>
      <div className={styles['tiles']}>
        {tiles.map((tile) => (
          <AriaRadioField key={tile.id} value={tile.id} className={styles['tile'] ?? ''}>
            <RadioButton className={styles['button'] ?? ''}>
              <span className={styles['name']}>{tile.label}</span>
            </RadioButton>
            <Text slot="description" className={styles['description'] ?? ''}>
              {tile.description}
            </Text>
          </AriaRadioField>
        ))}
      </div>
    </RadioGroup>
  );
}
