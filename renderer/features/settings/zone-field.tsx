import { useMemo } from 'react';
import {
  Button as AriaButton,
  ComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { isZone } from '#domain/expiry';
import field from '../../ui/field.module.css';
import { IconChevronDown } from '../../ui/icons/arrows';
import { useNow } from '../../stores/use-now';
import popover from '../../ui/popover.module.css';
import styles from './settings.module.css';
import { zoneOptions } from './zone-options';

export interface ZoneFieldProps {
  readonly value: string;
  readonly onChange: (zone: string) => void;
}

/** A time zone by typing part of a city. */
export function ZoneField({ value, onChange }: ZoneFieldProps) {
  const { t } = useTranslation('settings');
  const now = useNow();
  const options = useMemo(() => zoneOptions(value, now), [value, now]);
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
      <Label className={field['label'] ?? ''}>{t('zone')}</Label>
      <div className={field['control']}>
        <Input className={field['input'] ?? ''} placeholder={t('zoneSearch')} dir="ltr" spellCheck={false} />
        <AriaButton className={styles['open'] ?? ''}>
          <IconChevronDown />
        </AriaButton>
      </div>
      <Text slot="description" className={field['description'] ?? ''}>
        {t('zoneHint')}
      </Text>
      <Popover className={popover['popover'] ?? ''} offset={4}>
        <ListBox
          className={popover['list'] ?? ''}
          renderEmptyState={() => <p className={styles['none']}>{t('zoneNone')}</p>}
        >
          {({ id, label, offset }: (typeof options)[number]) => (
            <ListBoxItem id={id} textValue={label} className={popover['item'] ?? ''}>
              <bdi className={popover['itemText']}>{label}</bdi>
              <bdi className={popover['count']}>{offset}</bdi>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
