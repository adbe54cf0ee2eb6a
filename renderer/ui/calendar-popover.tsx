import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Dialog as AriaDialog,
  Heading,
  Popover,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { classNames } from './class-names';
import styles from './date-field.module.css';
import { IconChevronNext, IconChevronPrevious } from './icons/arrows';
import { IconCalendar } from './icons/signs';
import popover from './popover.module.css';

/** The button inside a date field that opens its calendar. */
export function CalendarTrigger(): ReactNode {
  const { t } = useTranslation('common');
  return (
    <AriaButton className={styles['trigger'] ?? ''} aria-label={t('openCalendar')}>
      <IconCalendar />
    </AriaButton>
  );
}

/** The month view of a date field. Weeks start as the language's region has it. */
export function CalendarPopover(): ReactNode {
  const { t } = useTranslation('common');
  return (
    <Popover
      className={classNames(popover['popover'], popover['fitted'])}
      offset={4}
      placement="bottom start"
    >
      <AriaDialog className={styles['calendar'] ?? ''} aria-label={t('calendar')}>
        <Calendar>
          <header className={styles['month']}>
            <AriaButton slot="previous" className={styles['step'] ?? ''}>
              <IconChevronPrevious />
            </AriaButton>
            <Heading className={styles['monthName'] ?? ''} />
            <AriaButton slot="next" className={styles['step'] ?? ''}>
              <IconChevronNext />
            </AriaButton>
          </header>
          <CalendarGrid weekdayStyle="short" className={styles['days'] ?? ''}>
            <CalendarGridHeader>
              {(day) => <CalendarHeaderCell className={styles['weekday'] ?? ''}>{day}</CalendarHeaderCell>}
            </CalendarGridHeader>
            <CalendarGridBody>
              {(date) => <CalendarCell date={date} className={styles['day'] ?? ''} />}
            </CalendarGridBody>
          </CalendarGrid>
        </Calendar>
      </AriaDialog>
    </Popover>
  );
}
