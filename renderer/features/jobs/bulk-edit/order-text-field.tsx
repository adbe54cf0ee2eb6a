import { useTranslation } from 'react-i18next';
import { capabilitiesOf } from '#domain/capability';
import { TextField } from '../../../ui/text-field';
import styles from './bulk-edit.module.css';
import type { FieldsProps } from './fields-props';
import { useProblemWords } from './use-problem-words';

/** One new order text for all links, within what the provider takes. */
export function OrderTextField({ draft, onChange, reading, isDisabled }: FieldsProps) {
  const { t } = useTranslation('bulkEdit');
  const problemWords = useProblemWords();
  const rule = reading.context.providers.map((id) => capabilitiesOf[id]).find(({ edit }) => edit.orderText)
    ?.text.orderText;
  const length = [...draft.orderText.trim()].length;
  return (
    <div className={styles['fields']}>
      <TextField
        label={t('orderText.label')}
        value={draft.orderText}
        onChange={(orderText) => onChange({ orderText })}
        isDisabled={isDisabled}
        multiline
        error={problemWords(reading.read)}
        description={
          rule === undefined
            ? undefined
            : t('orderText.rule', { length, max: rule.maxLength, symbols: [...rule.symbols].join(' ') })
        }
      />
    </div>
  );
}
