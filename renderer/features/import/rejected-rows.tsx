import { useTranslation } from 'react-i18next';
import type { RejectedRow } from '#domain/import-map';
import { useFormatters } from '../../i18n/use-formatters';
import styles from './import.module.css';

/** Rows that were not taken: where, why, and the text that is wrong. */
export function RejectedRows({ rows }: { readonly rows: readonly RejectedRow[] }) {
  const { t } = useTranslation('import');
  const { number } = useFormatters();
  return (
    // A box that scrolls must be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
    <div className={styles['rejected']} role="region" aria-label={t('done.rejected')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('done.line')}</th>
            <th scope="col">{t('done.reason')}</th>
            <th scope="col">{t('done.field')}</th>
            <th scope="col">{t('done.text')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ line, problem, field, text }) => (
            <tr key={line}>
              <th scope="row">{number(line)}</th>
              <td>{t(`problem.${problem}`)}</td>
              <td>{field === undefined ? '–' : t(`field.${field}`)}</td>
              <td data-selectable>
                <bdi>{text}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
