import { useTranslation } from 'react-i18next';
import { Label, RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import type { ProviderId } from '#domain/provider';
import { isVerbOffered } from '#domain/verb-offers';
import { useFormatters } from '../../../i18n/use-formatters';
import { bulkVerbs, type BulkDraft } from './bulk-draft';
import styles from './verb-picker.module.css';

export interface VerbPickerProps {
  readonly value: BulkDraft['verb'];
  readonly onChange: (verb: BulkDraft['verb']) => void;
  readonly isDisabled: boolean;
  /** The providers of the links: what none of them can do cannot be chosen, and says so. */
  readonly providers: readonly ProviderId[];
}

/** What is to be changed, as one row of choices. */
export function VerbPicker({ value, onChange, isDisabled, providers }: VerbPickerProps) {
  const { t } = useTranslation(['bulkEdit', 'common']);
  const { list } = useFormatters();
  const missing = bulkVerbs.filter((verb) => !isVerbOffered(verb, providers));
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
          <RadioField
            key={verb}
            value={verb}
            isDisabled={missing.includes(verb)}
            className={styles['choice'] ?? ''}
          >
            <RadioButton className={styles['button'] ?? ''}>{t(`verb.${verb}`)}</RadioButton>
          </RadioField>
        ))}
      </div>
      {missing.length > 0 && (
        <p className={styles['missing']}>
          {t('verb.notOffered', {
            providers: list(providers.map((id) => t(`common:provider.${id}`))),
            verbs: list(missing.map((verb) => t(`verb.${verb}`))),
          })}
        </p>
      )}
    </RadioGroup>
  );
}
