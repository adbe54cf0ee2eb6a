import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './business-days-field.module.css';
import { Button } from './button';
import { DateField } from './date-field';
import { addHolidays, type AddedHolidays } from './holiday-list';
import { TextField } from './text-field';

export interface HolidayAdderProps {
  readonly known: readonly string[];
  readonly onAdded: (outcome: AddedHolidays) => void;
  readonly isDisabled: boolean;
}

/** Adds holidays one by one, or many at once as text. */
export function HolidayAdder({ known, onAdded, isDisabled }: HolidayAdderProps): ReactNode {
  const { t } = useTranslation('common');
  const [day, setDay] = useState<string | undefined>(undefined);
  const [text, setText] = useState('');
  const [isPasting, setPasting] = useState(false);
  const addDay = () => {
    if (day === undefined) return;
    onAdded(addHolidays(known, day));
    setDay(undefined);
  };
  const addText = () => {
    const outcome = addHolidays(known, text);
    onAdded(outcome);
    // What is no date stays, to be corrected.
    setText(outcome.invalid.join('\n'));
  };
  return (
    <>
      <div className={styles['row']}>
        <DateField label={t('businessDays.holiday')} value={day} onChange={setDay} isDisabled={isDisabled} />
        <Button onPress={addDay} isDisabled={isDisabled || day === undefined}>
          {t('businessDays.add')}
        </Button>
        {!isPasting && (
          <Button variant="quiet" isDisabled={isDisabled} onPress={() => setPasting(true)}>
            {t('businessDays.paste')}
          </Button>
        )}
      </div>
      {isPasting && (
        <div className={styles['paste']}>
          <TextField
            label={t('businessDays.list')}
            description={t('businessDays.listHint')}
            value={text}
            onChange={setText}
            dir="ltr"
            multiline
            autoFocus
            isDisabled={isDisabled}
          />
          <Button onPress={addText} isDisabled={isDisabled || text.trim() === ''}>
            {t('businessDays.addAll')}
          </Button>
        </div>
      )}
    </>
  );
}
