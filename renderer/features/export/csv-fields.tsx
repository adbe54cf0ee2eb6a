import { useTranslation } from 'react-i18next';
import { csvDelimiters, csvLineEnds, csvQuotes, type CsvOptions } from '#domain/export-spec';
import { Checkbox } from '../../ui/checkbox';
import { RadioField } from '../../ui/radio-field';
import { SelectField } from '../../ui/select-field';
import { whyNoDecimalComma, withDelimiter } from './export-form';
import styles from './export.module.css';
import type { FormPartProps } from './value-fields';

/** Names for delimiters that are no names themselves. */
const delimiterIds = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const satisfies Record<
  CsvOptions['delimiter'],
  string
>;

/** How a CSV file is punctuated. What would make it unreadable is not offered, with the reason. */
export function CsvFields({ form, change }: FormPartProps) {
  const { t } = useTranslation('export');
  const { csv } = form;
  const set = (part: Partial<CsvOptions>) => change({ csv: { ...csv, ...part } });
  const why = whyNoDecimalComma(form);
  return (
    <>
      <div className={styles['pair']}>
        <SelectField<string>
          label={t('csv.delimiter.label')}
          options={csvDelimiters.map((id) => ({ id, label: t(`csv.delimiter.${delimiterIds[id]}`) }))}
          value={csv.delimiter}
          onChange={(id) => {
            const delimiter = csvDelimiters.find((one) => one === id);
            if (delimiter !== undefined) change({ csv: withDelimiter(csv, delimiter) });
          }}
        />
        <SelectField
          label={t('csv.lineEnd.label')}
          options={csvLineEnds.map((id) => ({ id, label: t(`csv.lineEnd.${id}`) }))}
          value={csv.lineEnd}
          onChange={(lineEnd) => set({ lineEnd })}
        />
      </div>
      <RadioField
        label={t('csv.decimal.label')}
        options={[
          { id: '.', label: t('csv.decimal.dot') },
          {
            id: ',',
            label: t('csv.decimal.comma'),
            isDisabled: why !== undefined,
            ...(why === undefined ? {} : { description: t(`csv.decimal.${why}`) }),
          },
        ]}
        value={why === undefined ? csv.decimal : '.'}
        onChange={(decimal) => set({ decimal })}
      />
      <SelectField
        label={t('csv.quotes.label')}
        options={csvQuotes.map((id) => ({
          id,
          label: t(`csv.quotes.${id}`),
          description: t(`csv.quotes.${id}Hint`),
        }))}
        value={csv.quotes}
        onChange={(quotes) => set({ quotes })}
      />
      <Checkbox isSelected={csv.bom} onChange={(bom) => set({ bom })} description={t('csv.bom.hint')}>
        {t('csv.bom.label')}
      </Checkbox>
    </>
  );
}
