import { useTranslation } from 'react-i18next';
import styles from './bulk-edit.module.css';
import { bulkSteps, type BulkStep } from './bulk-flow';

/** The four steps and which of them one is in. */
export function StepList({ current }: { readonly current: BulkStep }) {
  const { t } = useTranslation('bulkEdit');
  const at = bulkSteps.indexOf(current);
  return (
    <ol className={styles['steps']} aria-label={t('steps.label')}>
      {bulkSteps.map((step, index) => (
        <li
          key={step}
          data-state={index < at ? 'done' : index === at ? 'current' : 'ahead'}
          {...(index === at ? { 'aria-current': 'step' as const } : {})}
        >
          {t(`steps.${step}`)}
        </li>
      ))}
    </ol>
  );
}
