import { useTranslation } from 'react-i18next';
import type { ImportQuestion } from '#domain/import-reading';
import { IconUnknown } from '../../ui/icons/signs';
import { AmountQuestion, DateQuestion, EncodingQuestion, type QuestionProps } from './questions';
import styles from './questions.module.css';

export interface QuestionsCardProps extends QuestionProps {
  /** Every question of the file, in the order they are asked; the answered ones stay in sight. */
  readonly asked: readonly ImportQuestion[];
}

/** What the file leaves open, asked with examples from it. Nothing is assumed in silence: an amount or a day would be wrong. */
export function QuestionsCard({ asked, ...props }: QuestionsCardProps) {
  const { t } = useTranslation('import');
  if (asked.length === 0) return null;
  const open = asked.filter((question) => !props.form.decided.includes(question));
  return (
    <section
      className={styles['card']}
      aria-label={t('question.heading')}
      data-open={open.length > 0 || undefined}
    >
      <header>
        <IconUnknown size={16} />
        <h4>{t('question.heading')}</h4>
        <span className={styles['count']}>
          {open.length === 0 ? t('question.answered') : t('question.open', { count: open.length })}
        </span>
      </header>
      <div className={styles['questions']}>
        {asked.includes('encoding') && <EncodingQuestion {...props} />}
        {asked.includes('date-order') && <DateQuestion {...props} />}
        {asked.includes('decimal') && <AmountQuestion part="decimal" {...props} />}
        {asked.includes('units') && <AmountQuestion part="units" {...props} />}
      </div>
    </section>
  );
}
