import { useTranslation } from 'react-i18next';
import { xmlValues } from '#domain/export-spec';
import { pdfRowLimit } from '#domain/pdf-limit';
import { Notice } from '../../ui/notice';
import { RadioField } from '../../ui/radio-field';
import { CsvFields } from './csv-fields';
import styles from './export.module.css';
import type { FormPartProps } from './value-fields';

export interface FormatFieldsProps extends FormPartProps {
  /** How many links go into the file. */
  readonly count: number;
}

/** What only the chosen format asks, and what it does by itself. */
export function FormatFields({ form, change, count }: FormatFieldsProps) {
  const { t } = useTranslation('export');
  switch (form.format) {
    case 'csv':
      return <CsvFields form={form} change={change} />;
    case 'xml':
      return (
        <RadioField
          label={t('xml.label')}
          options={xmlValues.map((id) => ({ id, label: t(`xml.${id}`), description: t(`xml.${id}Hint`) }))}
          value={form.xml.values}
          onChange={(values) => change({ xml: { values } })}
        />
      );
    case 'xlsx':
      return <p className={styles['muted']}>{t('xlsx.hint')}</p>;
    case 'pdf':
      return <PdfHint count={count} />;
  }
}

/** More rows than anybody reads on paper. */
const longPrint = 5000;
/** About as many as a page holds. */
const rowsPerPage = 35;

function PdfHint({ count }: { readonly count: number }) {
  const { t } = useTranslation('export');
  if (count > pdfRowLimit) return <Notice tone="error">{t('pdf.tooLong', { count: pdfRowLimit })}</Notice>;
  return count > longPrint ? (
    <Notice tone="warning">{t('pdf.long', { count: Math.ceil(count / rowsPerPage) })}</Notice>
  ) : (
    <p className={styles['muted']}>{t('pdf.hint')}</p>
  );
}
