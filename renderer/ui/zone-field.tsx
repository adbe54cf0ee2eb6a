import { useState, type ReactNode } from 'react';
import {
  Button as AriaButton,
  ComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
} from 'react-aria-components';
import { isZone } from '#domain/expiry';
import { FieldNotes } from './field-notes';
import field from './field.module.css';
import { IconChevronDown } from './icons/arrows';
import popover from './popover.module.css';
import styles from './zone-field.module.css';
import { zoneOptions } from './zone-options';

export interface ZoneFieldProps {
  readonly label: string;
  /** IANA name. */
  readonly value: string;
  readonly onChange: (zone: string) => void;
  readonly description?: ReactNode;
  /** Says that part of a city can be typed. */
  readonly placeholder: string;
  /** Shown when no zone has what was typed. */
  readonly noneText: string;
}

/** A time zone by typing part of a city. */
export function ZoneField(props: ZoneFieldProps): ReactNode {
  const { label, value, onChange, description, placeholder, noneText } = props;
  // Offsets of the moment the field appeared are good enough, and the list keeps its order while it is open.
  const [options] = useState(() => zoneOptions(value, Date.now()));
  return (
    <ComboBox
      defaultItems={options}
      value={value}
      onChange={(key) => {
        if (typeof key === 'string' && key !== value && isZone(key)) onChange(key);
      }}
      menuTrigger="focus"
      className={field['field'] ?? ''}
    >
      <Label className={field['label'] ?? ''}>{label}</Label>
      <div className={field['control']}>
        <Input className={field['input'] ?? ''} placeholder={placeholder} dir="ltr" spellCheck={false} />
        <AriaButton className={styles['open'] ?? ''}>
          <IconChevronDown />
        </AriaButton>
      </div>
      <FieldNotes description={description} />
      <Popover className={popover['popover'] ?? ''} offset={4}>
        <ListBox
          className={popover['list'] ?? ''}
          renderEmptyState={() => <p className={styles['none']}>{noneText}</p>}
        >
          {({ id, label: name, offset }: (typeof options)[number]) => (
            <ListBoxItem id={id} textValue={name} className={popover['item'] ?? ''}>
              <bdi className={popover['itemText']}>{name}</bdi>
              <bdi className={popover['count']}>{offset}</bdi>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
