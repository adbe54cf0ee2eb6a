import { parseDate } from '@internationalized/date';
import { useMemo, type ReactNode } from 'react';
import { DateInput, DatePicker, DateSegment, Group, Label } from 'react-aria-components';
import { CalendarPopover, CalendarTrigger } from './calendar-popover';
import { classNames } from './class-names';
import styles from './date-field.module.css';
import { FieldNotes } from './field-notes';
import field from './field.module.css';

export interface DateFieldProps {
  readonly label: string;
  /** A calendar day, `2026-11-20`; anything else makes the field throw. */
  readonly value: string | undefined;
  readonly onChange: (day: string | undefined) => void;
  readonly error?: string | undefined;
  readonly description?: ReactNode;
  readonly isDisabled?: boolean;
}

/** A calendar day without a time or a zone, for filters. */
export function DateField(props: DateFieldProps): ReactNode {
  const { label, value, onChange, error, description } = props;
  const day = useMemo(() => (value === undefined ? null : parseDate(value)), [value]);
  return (
    <DatePicker
      shouldForceLeadingZeros
      value={day}
      onChange={(next) => onChange(next?.toString())}
      isDisabled={props.isDisabled ?? false}
      isInvalid={error !== undefined}
      className={field['field'] ?? ''}
    >
      <Label className={field['label'] ?? ''}>{label}</Label>
      <Group className={classNames(field['control'], styles['control'])}>
        <DateInput className={styles['input'] ?? ''}>
          {(segment) => <DateSegment segment={segment} className={styles['segment'] ?? ''} />}
        </DateInput>
        <CalendarTrigger />
      </Group>
      <FieldNotes description={description} error={error} />
      <CalendarPopover />
    </DatePicker>
  );
}
