import { useTranslation } from 'react-i18next';
import { useFormatters } from '../../i18n/use-formatters';
import { useNow } from '../../stores/use-now';
import styles from './import.module.css';
import type { Mapping } from './import-flow';
import { problemsOf } from './import-form';

/** Says beside the button what still stands between the file and its import: the field it is about may be out of sight. */
export function MendWords({ flow }: { readonly flow: Mapping }) {
  const { t } = useTranslation('import');
  const { list } = useFormatters();
  const now = useNow();
  const { connection, fields, questions, exportedAt } = problemsOf(flow.form, flow.file, now);
  const open = [
    ...questions.map((question) => t(`question.${question}.short`)),
    ...(connection ? [t('connection.short')] : []),
    ...(exportedAt === undefined ? [] : [t('exportedAt.label')]),
    ...fields.map((field) => t('map.short', { field: t(`field.${field}`) })),
  ];
  if (open.length === 0) return <span className={styles['ready']}>{t('mend.ready')}</span>;
  const text = t('mend.open', { list: list(open) });
  // Told aloud only once it was tried: before, it is where the eye looks for it.
  return flow.isTried ? (
    <span role="alert" className={styles['mend']}>
      {text}
    </span>
  ) : (
    <span className={styles['ready']}>{text}</span>
  );
}
