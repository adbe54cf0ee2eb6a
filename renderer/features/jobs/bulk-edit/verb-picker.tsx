import { useTranslation } from 'react-i18next';
import { Label, RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import { bulkVerbs, type BulkDraft } from './bulk-draft';
import styles from './verb-picker.module.css';

export interface VerbPickerProps {
  readonly value: BulkDraft['verb'];
  readonly onChange: (verb: BulkDraft['verb']) => void;
  readonly isDisabled: boolean;
}

/** What is to be changed, as one row of choices. */
export function VerbPicker({ value, onChange, isDisabled }: VerbPickerProps) {
  const { t } = useTranslation('bulkEdit');
  return (
    <RadioGroup
      orientation="horizontal"
      value={value}
      isDisabled={isDisabled}
      onChange={(chosen) => {
        const verb = bulkVerbs.find((candidate) => candidate === chosen);
        if (verb !== undefined) onChange(verb);
      }}
    >
      <Label className="visually-hidden">{t('verb.label')}</Label>
      <div className={styles['row']}>
        {bulkVerbs.map((verb) => (
          <RadioField key={verb} value={verb} className={styles['choice'] ?? ''}>
            <RadioButton className={styles['button'] ?? ''}>{t(`verb.${verb}`)}</RadioButton>
          </RadioField>
        ))}
      </div>
    </RadioGroup>
  );
}
