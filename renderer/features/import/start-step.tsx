import { useTranslation } from 'react-i18next';
import { IconImport } from '../../ui/icons/actions';
import styles from './import.module.css';
import { ImportProblem } from './import-problem';
import type { ImportFlow } from './import-flow';

export interface StartStepProps {
  readonly flow: Extract<ImportFlow, { kind: 'empty' }>;
}

/** Before a file is chosen: where it comes from, and where it can be put. */
export function StartStep({ flow }: StartStepProps) {
  const { t } = useTranslation('import');
  return (
    <div className={styles['content']}>
      {flow.error !== undefined && <ImportProblem error={flow.error} />}
      <div className={styles['zone']}>
        <span className={styles['sign']}>
          <IconImport size={22} />
        </span>
        <p className={styles['lead']}>{t('start.lead')}</p>
        <p className={styles['muted']}>{t('drop.formats')}</p>
      </div>
      <p className={styles['muted']}>{t('start.how')}</p>
    </div>
  );
}
