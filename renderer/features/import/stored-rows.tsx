import { useTranslation } from 'react-i18next';
import type { PreviewRow } from '#contract/import';
import { importFields, type ImportField, type ImportMap } from '#domain/import-map';
import { useFormatters } from '../../i18n/use-formatters';
import { Notice } from '../../ui/notice';
import styles from './stored-rows.module.css';
import { StoredValue } from './stored-value';
import type { StoredPreview } from './use-stored-preview';
import { ImportProblem } from './import-problem';

export interface StoredRowsProps {
  readonly preview: StoredPreview;
  readonly map: ImportMap;
  readonly zone: string;
}

/** The first rows as they would be stored, and those that would be rejected with the reason in their place. */
export function StoredRows({ preview, map, zone }: StoredRowsProps) {
  const { t } = useTranslation('import');
  if (preview.kind === 'failed') return <ImportProblem error={preview.error} />;
  if (preview.kind === 'waiting') return <Notice tone="info">{t('preview.waiting')}</Notice>;
  // The amount says its currency.
  const fields = importFields.filter((field) => map[field] !== undefined && field !== 'currency');
  return (
    // A box that scrolls must be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
    <div className={styles['rows']} role="region" aria-label={t('preview.heading')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('done.line')}</th>
            {fields.map((field) => (
              <th key={field} scope="col">
                {t(`field.${field}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.rows.map((row) => (
            <Row key={row.line} row={row} fields={fields} zone={zone} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly row: PreviewRow;
  readonly fields: readonly ImportField[];
  readonly zone: string;
}

function Row({ row, fields, zone }: RowProps) {
  const { t } = useTranslation('import');
  const { number } = useFormatters();
  if ('rejection' in row) {
    const { problem, field, text } = row.rejection;
    return (
      <tr data-rejected>
        <th scope="row">{number(row.line)}</th>
        <td colSpan={fields.length}>
          {field !== undefined && <strong>{t(`field.${field}`)}: </strong>}
          {t(`problem.${problem}`)} <bdi className={styles['text']}>{text}</bdi>
        </td>
      </tr>
    );
  }
  return (
    <tr>
      <th scope="row">{number(row.line)}</th>
      {fields.map((field) => (
        <td key={field} data-field={field}>
          <StoredValue link={row.link} field={field} zone={zone} />
        </td>
      ))}
    </tr>
  );
}
