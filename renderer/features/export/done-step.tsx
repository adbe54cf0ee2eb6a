import { useTranslation } from 'react-i18next';
import type { ExportAnswer } from '#contract/export';
import type { ExportSummary } from '#domain/export-summary';
import { formatFileSize } from '../../i18n/file-size';
import { useFormatters } from '../../i18n/use-formatters';
import { useDesk } from '../../stores/desk-context';
import { useTellFailure } from '../../stores/use-tell-failure';
import { Button } from '../../ui/button';
import { CopyButton } from '../../ui/copy-button';
import { IconSuccess } from '../../ui/icons/signs';
import { MoneyText } from '../../ui/money-text';
import { Notice } from '../../ui/notice';
import { StepHeading } from '../../ui/step-heading';
import styles from './export.module.css';

/** What was written, so that a reader can prove the file complete. */
export function DoneStep({ answer }: { readonly answer: ExportAnswer }) {
  const { t } = useTranslation('export');
  const { number, dateTime, locale } = useFormatters();
  const { summary, summaryFileName } = answer;
  return (
    <div className={styles['content']}>
      <div className={styles['done']}>
        <IconSuccess size={18} />
        <StepHeading>{t('done.heading', { count: answer.rows })}</StepHeading>
      </div>
      <dl className={styles['facts']}>
        <dt>{t('done.file')}</dt>
        <dd data-selectable>
          <bdi>{answer.fileName}</bdi>
        </dd>
        {summaryFileName !== undefined && (
          <>
            <dt>{t('done.summary')}</dt>
            <dd data-selectable>
              <bdi>{summaryFileName}</bdi>
              <p className={styles['muted']}>{t('done.summaryHint')}</p>
            </dd>
          </>
        )}
        <dt>{t('done.rows')}</dt>
        <dd>{number(answer.rows)}</dd>
        <dt>{t('done.size')}</dt>
        <dd>{formatFileSize(answer.bytes, locale)}</dd>
        <dt>{t('done.sums')}</dt>
        <dd>
          <Sums sums={summary.sums} />
        </dd>
        {summary.oldestCheckedAt !== undefined && (
          <>
            <dt>{t('done.oldest')}</dt>
            <dd>{dateTime(summary.oldestCheckedAt, summary.zone)}</dd>
          </>
        )}
        <dt>{t('done.sha256')}</dt>
        <dd>
          <Digest text={summary.dataSha256} />
          <p className={styles['muted']}>{t('done.shaHint')}</p>
        </dd>
      </dl>
      <Changed summary={summary} />
    </div>
  );
}

/** What is not in the file as it is here. Nothing is left out in silence. */
function Changed({ summary }: Pick<ExportAnswer, 'summary'>) {
  const { t } = useTranslation('export');
  const { defusedCells, strippedCharacters } = summary;
  return (
    <>
      {defusedCells > 0 && <Notice tone="info">{t('done.defused', { count: defusedCells })}</Notice>}
      {strippedCharacters > 0 && (
        <Notice tone="warning">{t('done.stripped', { count: strippedCharacters })}</Notice>
      )}
    </>
  );
}

/** One sum per currency, never added together. Links without an amount have none. */
function Sums({ sums: all }: Pick<ExportSummary, 'sums'>) {
  const { t } = useTranslation('export');
  const sums = all.filter(({ currency }) => currency !== '');
  if (sums.length === 0) return t('done.noSums');
  return (
    <ul className={styles['sums']}>
      {sums.map(({ currency, count, totalMinor }) => (
        <li key={currency}>
          <MoneyText amountMinor={totalMinor} currency={currency} />
          <span className={styles['muted']}>{t('done.links', { count })}</span>
        </li>
      ))}
    </ul>
  );
}

function Digest({ text }: { readonly text: string }) {
  const { t } = useTranslation('export');
  const { bridge } = useDesk();
  return (
    <span className={styles['digest']}>
      <code dir="ltr" data-selectable>
        {text}
      </code>
      <CopyButton label={t('done.copy')} copy={() => bridge.call('app:copy-text', { text })} />
    </span>
  );
}

export interface DoneActionsProps {
  readonly taskId: string;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}

export function DoneActions({ taskId, onAgain, onClose }: DoneActionsProps) {
  const { t } = useTranslation(['export', 'common']);
  const { bridge } = useDesk();
  const tell = useTellFailure();
  const reveal = () => void bridge.call('export:reveal', { taskId }).catch(tell);
  return (
    <>
      <span className={styles['start']}>
        <Button variant="quiet" onPress={onAgain}>
          {t('done.again')}
        </Button>
      </span>
      <Button onPress={reveal}>{t('done.reveal')}</Button>
      <Button variant="primary" onPress={onClose}>
        {t('common:done')}
      </Button>
    </>
  );
}
