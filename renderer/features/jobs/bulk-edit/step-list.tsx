import { useTranslation } from 'react-i18next';
import styles from './bulk-edit.module.css';
import { stepOf, stepsOf, type BulkFlow } from './bulk-flow';

/** The steps of an edit and which of them one is in. */
export function StepList({ flow }: { readonly flow: BulkFlow }) {
  const { t } = useTranslation('bulkEdit');
  const steps = stepsOf(flow);
  const at = steps.indexOf(stepOf(flow));
  return (
    <ol className={styles['steps']} aria-label={t('steps.label')}>
      {steps.map((step, index) => (
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
