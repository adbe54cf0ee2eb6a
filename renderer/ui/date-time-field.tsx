import { useMemo, useState, type ReactNode } from 'react';
import { DateInput, DatePicker, DateSegment, Group, Label } from 'react-aria-components';
import { CalendarPopover, CalendarTrigger } from './calendar-popover';
import styles from './date-field.module.css';
import { classNames } from './class-names';
import { FieldNotes } from './field-notes';
import field from './field.module.css';
import { fromZoned, startOfDay, toZoned } from './zoned-instant';

export interface DateTimeFieldProps {
  readonly label: string;
  /** Epoch milliseconds, whole minutes. */
  readonly value: number | undefined;
  /** IANA name of the zone whose wall clock is shown and typed. */
  readonly timeZone: string;
  readonly onChange: (at: number | undefined) => void;
  readonly minValue?: number;
  /** What an empty field starts from, epoch milliseconds; the present unless told. */
  readonly placeholderValue?: number;
  readonly error?: string | undefined;
  readonly description?: ReactNode;
  readonly isDisabled?: boolean;
}

/** A date and a time of day in a named zone. */
export function DateTimeField(props: DateTimeFieldProps): ReactNode {
  const { label, value, timeZone, onChange, minValue, error, description } = props;
  // A new object on every render would make the field forget what is being typed.
  const zoned = useMemo(() => (value === undefined ? null : toZoned(value, timeZone)), [value, timeZone]);
  // The placeholder must not move under the user's hands: the moment the field appeared is kept.
  const [appearedAt] = useState(() => props.placeholderValue ?? Date.now());
  const start = useMemo(() => startOfDay(appearedAt, timeZone), [appearedAt, timeZone]);
  return (
    <DatePicker
      granularity="minute"
      hourCycle={24}
      shouldForceLeadingZeros
      value={zoned}
      placeholderValue={start}
      onChange={(next) => onChange(next === null ? undefined : fromZoned(next))}
      {...(minValue !== undefined && { minValue: toZoned(minValue, timeZone) })}
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
