import { useTranslation } from 'react-i18next';
import type { ChosenFile } from '#contract/import';
import { importFields, requiredImportFields, type ImportField, type ImportMap } from '#domain/import-map';
import { SelectField } from '../../ui/select-field';
import styles from './import.module.css';
import { samplesOf, sharedWith, withColumn } from './import-form';

export interface ColumnMapProps {
  readonly file: ChosenFile;
  readonly map: ImportMap;
  /** Fields to mark because they have no column. */
  readonly missing: readonly ImportField[];
  readonly onChange: (map: ImportMap) => void;
}

const isRequired = (field: ImportField) => (requiredImportFields as readonly ImportField[]).includes(field);
const fieldsInOrder = [...importFields].sort((a, b) => Number(isRequired(b)) - Number(isRequired(a)));
const noColumn = 'none';

/** Which column of the file fills which field, with the first values of the chosen column. Required fields come first. */
export function ColumnMap(props: ColumnMapProps) {
  const { t } = useTranslation('import');
  return (
    <section className={styles['map']}>
      <header>
        <h4>{t('map.heading')}</h4>
        <p className={styles['muted']}>{t('map.hint')}</p>
      </header>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('map.field')}</th>
            <th scope="col">{t('map.column')}</th>
            <th scope="col">{t('map.sample')}</th>
          </tr>
        </thead>
        <tbody>
          {fieldsInOrder.map((field) => (
            <FieldRow key={field} field={field} {...props} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function FieldRow({ field, file, map, missing, onChange }: ColumnMapProps & { readonly field: ImportField }) {
  const { t } = useTranslation(['import', 'common']);
  const name = t(`field.${field}`);
  const shared = sharedWith(map, field);
  const column = map[field];
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
          onChange={(id) => onChange(withColumn(map, field, id === noColumn ? undefined : Number(id)))}
          error={missing.includes(field) ? t('map.missing') : undefined}
          {...(shared === undefined ? {} : { description: t('map.twice', { field: t(`field.${shared}`) }) })}
        />
      </td>
      <td>
        <Samples file={file} column={column} />
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

function Samples({ file, column }: { readonly file: ChosenFile; readonly column: number | undefined }) {
  const { t } = useTranslation('import');
  if (column === undefined) return <span className={styles['faint']}>–</span>;
  const samples = samplesOf(file, column);
  if (samples.length === 0) return <span className={styles['faint']}>{t('map.noSample')}</span>;
  return (
    <span className={styles['samples']}>
      {samples.map((text, index) => (
        // The same value may come twice; the list never changes its order.
        <bdi key={index} title={text}>
          {text}
        </bdi>
      ))}
    </span>
  );
}
