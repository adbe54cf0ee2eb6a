import { useTranslation } from 'react-i18next';
import type { ChosenFile, ImportPreview } from '#contract/import';
import type { ImportField, ImportMap } from '#domain/import-map';
import { SelectField } from '../../ui/select-field';
import styles from './column-map.module.css';
import type { ImportQuestion } from '#domain/import-reading';
import { fieldsInOrder, isRequired, samplesOf, sharedWith } from './import-form';
import { dependsOnAnswer } from './reading-form';
import { StoredValue } from './stored-value';

export interface ColumnMapProps {
  readonly file: ChosenFile;
  readonly map: ImportMap;
  readonly zone: string;
  /** What the first rows would be stored as, as far as that is known. */
  readonly rows: ImportPreview['rows'];
  /** Fields to mark because they have no column. */
  readonly missing: readonly ImportField[];
  /** What the file leaves open and nobody has answered. */
  readonly open: readonly ImportQuestion[];
  readonly onChange: (change: { readonly field: ImportField; readonly column: number | undefined }) => void;
}

const noColumn = 'none';

/** Which column of the file fills which field, with a value of it as it stands in the file and as it is read. */
export function ColumnMap(props: ColumnMapProps) {
  const { t } = useTranslation('import');
  return (
    <table className={styles['map']}>
      <thead>
        <tr>
          <th scope="col">{t('map.field')}</th>
          <th scope="col">{t('map.column')}</th>
          <th scope="col">{t('map.sample')}</th>
          <th scope="col">{t('map.read')}</th>
        </tr>
      </thead>
      <tbody>
        {fieldsInOrder.map((field) => (
          <FieldRow key={field} field={field} {...props} />
        ))}
      </tbody>
    </table>
  );
}

function FieldRow({
  field,
  file,
  map,
  zone,
  rows,
  missing,
  open,
  onChange,
}: ColumnMapProps & { readonly field: ImportField }) {
  const { t } = useTranslation(['import', 'common']);
  const name = t(`field.${field}`);
  const shared = sharedWith(map, field);
  const column = map[field];
  const sample = samplesOf(file, column)[0];
  return (
    <tr>
      <th scope="row">
        {name}
        {isRequired(field) && <span className={styles['required']}>{t('common:required')}</span>}
      </th>
      <td>
        <SelectField
          label={t('map.columnOf', { field: name })}
          isLabelHidden
          options={[{ id: noColumn, label: t('map.unused') }, ...columnOptions(file, t)]}
          value={column === undefined ? noColumn : String(column)}
          onChange={(id) => onChange({ field, column: id === noColumn ? undefined : Number(id) })}
          error={missing.includes(field) ? t('map.missing') : undefined}
          {...(shared === undefined ? {} : { description: t('map.twice', { field: t(`field.${shared}`) }) })}
        />
      </td>
      <td>{column === undefined ? <span className={styles['faint']}>–</span> : <Sample text={sample} />}</td>
      <td>
        {column !== undefined && sample !== undefined && (
          <ReadAs field={field} zone={zone} rows={rows} open={open} />
        )}
      </td>
    </tr>
  );
}

type NameColumn = (key: 'map.unnamed', values: { readonly number: number }) => string;

function columnOptions({ headers }: ChosenFile, t: NameColumn) {
  return headers.map((header, index) => ({
    id: String(index),
    label: header === '' ? t('map.unnamed', { number: index + 1 }) : header,
  }));
}

function Sample({ text }: { readonly text: string | undefined }) {
  const { t } = useTranslation('import');
  if (text === undefined) return <span className={styles['faint']}>{t('map.noSample')}</span>;
  return (
    <bdi className={styles['sample']} title={text}>
      {text}
    </bdi>
  );
}

/** What the field's first value is read as, and how many of the first rows are rejected for it; nothing before that can be known. */
function ReadAs({
  field,
  zone,
  rows,
  open,
}: Pick<ColumnMapProps, 'zone' | 'rows' | 'open'> & { readonly field: ImportField }) {
  const { t } = useTranslation('import');
  const stored = rows.find((row) => 'link' in row);
  const rejections = rows.flatMap((row) =>
    'rejection' in row && row.rejection.field === field ? [row.rejection] : [],
  );
  const [rejection] = rejections;
  if (dependsOnAnswer(field, open)) return <span className={styles['faint']}>{t('map.depends')}</span>;
  return (
    <>
      {stored !== undefined && (
        <span className={styles['stored']}>
          <StoredValue link={stored.link} field={field} zone={zone} />
        </span>
      )}
      {rejection !== undefined && (
        <span className={styles['rejected']}>
          {t('map.rejected', { count: rejections.length, why: t(`problem.${rejection.problem}`) })}
        </span>
      )}
    </>
  );
}
