import { useTranslation } from 'react-i18next';
import type { ChosenFile } from '#contract/import';
import { csvDelimiters, decimalSigns } from '#domain/export-spec';
import { amountUnits, csvEncodings, dateOrders, type CsvDelimiter } from '#domain/import-reading';
import { SelectField } from '../../ui/select-field';
import styles from './import.module.css';
import type { ImportForm } from './form-state';
import { withDecision, withEncoding } from './reading-form';

export interface ReadingPanelProps {
  readonly file: ChosenFile;
  readonly form: ImportForm;
  readonly change: (form: ImportForm) => void;
  readonly reread: (form: ImportForm) => void;
}

/** As many rows as may stand above the headers. */
const headerRows = 10;

/** How the file is read, as it was detected, each part open to change. */
export function ReadingPanel(props: ReadingPanelProps) {
  const { t } = useTranslation('import');
  const { file } = props;
  return (
    <section className={styles['reading']} aria-label={t('reading.heading')}>
      <header>
        <h4>{t('reading.heading')}</h4>
        <p className={styles['muted']}>{t('reading.hint')}</p>
      </header>
      <div className={styles['pairs']}>
        {file.format !== 'xml' && <ShapeFields {...props} />}
        <CellFields {...props} />
      </div>
    </section>
  );
}

/** Names for delimiters that are no names themselves. */
const delimiterNames = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'bar',
} as const satisfies Record<CsvDelimiter, string>;

/** Where the records are. Every change reads the file again. */
function ShapeFields({ file, form, reread }: ReadingPanelProps) {
  const { t } = useTranslation('import');
  const { reading } = form;
  const { csv, sheet, headerRow } = reading;
  const rows = Array.from({ length: Math.max(headerRows, headerRow + 1) }, (_, row) => row);
  return (
    <>
      {csv !== undefined && (
        <>
          <SelectField
            label={t('reading.encoding')}
            options={csvEncodings.map((id) => ({ id, label: t(`reading.encodings.${id}`) }))}
            value={csv.encoding}
            onChange={(encoding) => reread(withEncoding(form, encoding))}
          />
          <SelectField<string>
            label={t('reading.delimiter')}
            options={csvDelimiters.map((id) => ({
              id,
              label: t(`reading.delimiters.${delimiterNames[id]}`),
            }))}
            value={csv.delimiter}
            onChange={(id) => {
              const delimiter = csvDelimiters.find((one) => one === id);
              if (delimiter !== undefined)
                reread({ ...form, reading: { ...reading, csv: { ...csv, delimiter } } });
            }}
          />
        </>
      )}
      {sheet !== undefined && file.sheets !== undefined && (
        <SelectField
          label={t('reading.sheet')}
          options={file.sheets.map((id) => ({ id, label: id }))}
          value={sheet}
          onChange={(chosen) => reread({ ...form, reading: { ...reading, sheet: chosen, headerRow: 0 } })}
        />
      )}
      <SelectField
        label={t('reading.headerRow')}
        options={rows.map((row) => ({ id: String(row), label: t('reading.row', { number: row + 1 }) }))}
        value={String(headerRow)}
        onChange={(row) => reread({ ...form, reading: { ...reading, headerRow: Number(row) } })}
      />
    </>
  );
}

/** What the cells mean. What the file itself says of them is not asked. */
function CellFields({ file, form, change }: ReadingPanelProps) {
  const { t } = useTranslation('import');
  const { dateOrder, decimal, units } = form.reading;
  return (
    <>
      <SelectField
        label={t('reading.dateOrder')}
        options={dateOrders.map((id) => ({ id, label: t(`reading.dateOrders.${id}`) }))}
        value={dateOrder}
        onChange={(chosen) => change(withDecision(form, { dateOrder: chosen }))}
      />
      {file.told.decimal === undefined && (
        <SelectField
          label={t('reading.decimal')}
          options={decimalSigns.map((id) => ({
            id,
            label: t(id === '.' ? 'reading.decimals.dot' : 'reading.decimals.comma'),
          }))}
          value={decimal}
          onChange={(chosen) => change(withDecision(form, { decimal: chosen }))}
        />
      )}
      {file.told.units === undefined && (
        <SelectField
          label={t('reading.units')}
          options={amountUnits.map((id) => ({ id, label: t(`reading.unitNames.${id}`) }))}
          value={units}
          onChange={(chosen) => change(withDecision(form, { units: chosen }))}
        />
      )}
    </>
  );
}
