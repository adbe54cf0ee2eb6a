import { useTranslation } from 'react-i18next';
import { IconImport } from '../../ui/icons/actions';
import styles from './import.module.css';
import { ImportFailure } from './import-failure';
import type { ImportFlow } from './import-flow';

/** Before a file is chosen: where it comes from. */
export function StartStep({ flow }: { readonly flow: Extract<ImportFlow, { kind: 'empty' }> }) {
  const { t } = useTranslation('import');
  return (
    <div className={styles['content']}>
      <div className={styles['start']}>
        <span className={styles['sign']}>
          <IconImport size={22} />
        </span>
        <div>
          <p className={styles['lead']}>{t('start.lead')}</p>
          <p className={styles['muted']}>{t('start.how')}</p>
        </div>
      </div>
      {flow.error !== undefined && <ImportFailure error={flow.error} />}
    </div>
  );
}
