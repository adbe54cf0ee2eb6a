import { useTranslation } from 'react-i18next';
import type { BulkPlan } from '#domain/bulk-job';
import { useFormatters } from '../../../i18n/use-formatters';
import styles from './bulk-edit.module.css';
import { useZone } from './use-zone';

/** The first rows that will change, before and after. */
export function PlanSample({ sample }: { readonly sample: BulkPlan['sample'] }) {
  const { t } = useTranslation('bulkEdit');
  const { dateTime } = useFormatters();
  const { zone } = useZone();
  if (sample.length === 0) return null;
  const words = (at: unknown) => (typeof at === 'number' ? dateTime(at, zone) : t('plan.none'));
  return (
    <table className={styles['sample']}>
      <caption>{t('plan.sample', { count: sample.length })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('plan.reference')}</th>
          <th scope="col">{t('plan.before')}</th>
          <th scope="col">{t('plan.after')}</th>
        </tr>
      </thead>
      <tbody>
        {sample.map(({ linkKey, reference, changes }) => {
          const expiry = changes.find(({ field }) => field === 'expiresAt');
          return (
            <tr key={linkKey}>
              <th scope="row">
                <bdi>{reference === '' ? t('plan.noReference') : reference}</bdi>
              </th>
              <td>{words(expiry?.before)}</td>
              <td>{words(expiry?.after)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
