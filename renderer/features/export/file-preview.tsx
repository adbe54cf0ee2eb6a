import { useTranslation } from 'react-i18next';
import type { ExportPreview } from '#contract/export';
import type { ExportScope } from '#domain/export-spec';
import type { ExportForm } from './export-form';
import styles from './preview.module.css';
import { piecesBetween } from './preview-pieces';
import { useFilePreview } from './use-file-preview';

export interface FilePreviewProps {
  readonly form: ExportForm;
  readonly scope: ExportScope;
}

/** The first lines of the file, made by what will write it. */
export function FilePreview({ form, scope }: FilePreviewProps) {
  const { t } = useTranslation('export');
  const preview = useFilePreview(form, scope);
  const facts = form.format === 'csv' ? csvFacts(form) : [];
  return (
    <section className={styles['preview']} aria-label={t('preview.heading')}>
      <header>
        <h3>{t('preview.heading')}</h3>
        <span className={styles['facts']} dir="ltr">
          {facts.join(' · ')}
        </span>
      </header>
      {/* A box that scrolls must be reachable by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above */}
      <div className={styles['box']} role="region" aria-label={t('preview.box')} tabIndex={0}>
        {preview === undefined ? null : preview.kind === 'text' ? (
          <PreviewText text={preview.text} form={form} />
        ) : (
          <PreviewTable preview={preview} direction={form.language === 'ar' ? 'rtl' : 'ltr'} />
        )}
      </div>
    </section>
  );
}

/** What of a CSV file is not seen in its text. */
function csvFacts({ csv }: ExportForm): readonly string[] {
  return [csv.bom ? 'UTF-8 BOM' : 'UTF-8', csv.lineEnd.toUpperCase()];
}

/**
 * The text in the order it has in the file, from the left: what stands between two marks is set apart, or Arabic words would change
 * places with the figures beside them.
 */
function PreviewText({ text, form }: { readonly text: string; readonly form: ExportForm }) {
  const marks = form.format === 'csv' ? [form.csv.delimiter, '\n'] : ['<', '>', '=', '\n'];
  return (
    <pre dir="ltr" data-selectable>
      {piecesBetween(text, marks).map(({ piece, isMark }, at) =>
        // A text of marks and pieces, in its order.
        isMark ? piece : <bdi key={at}>{piece}</bdi>,
      )}
    </pre>
  );
}

interface PreviewTableProps {
  readonly preview: Extract<ExportPreview, { kind: 'table' }>;
  readonly direction: 'ltr' | 'rtl';
}

function PreviewTable({ preview, direction }: PreviewTableProps) {
  return (
    <table dir={direction}>
      <thead>
        <tr>
          {preview.headers.map((header) => (
            <th key={header} scope="col">
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {preview.rows.map((cells, row) => (
          // Rows of a look have no identity beyond their place.
          <tr key={row}>
            {cells.map((cell, column) => (
              <td key={column} data-selectable>
                <bdi>{cell}</bdi>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
