import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '#domain/app-error';
import type { Edit } from '#domain/bulk-job';
import type { LinkRow } from '#domain/payment-link';
import { useErrorWords } from '../../../i18n/use-error-words';
import { Notice } from '../../../ui/notice';
import { StatusChip } from '../../../ui/status-chip';
import type { EditOutcome } from './editor-state';
import { useValueWords } from './field-words';
import styles from './link-panel.module.css';

type ProviderSaid = { readonly code: string; readonly text: string } | undefined;

/** What became of the last edit, in the provider's own words too. */
export function EditOutcomeNotice({
  outcome,
  link,
}: {
  readonly outcome: EditOutcome;
  readonly link: LinkRow;
}) {
  const { t } = useTranslation('links');
  switch (outcome.kind) {
    case 'failed':
      return <FailureNotice code={outcome.error.code} provider={outcome.error.provider} />;
    case 'dropped':
      return <Notice tone="info">{t('outcome.dropped')}</Notice>;
    case 'theirs-kept':
      return <Notice tone="info">{t('outcome.theirsKept')}</Notice>;
    case 'refused':
      return <Notice tone="warning">{t('outcome.refused')}</Notice>;
    case 'answered':
      return <AnswerNotice edit={outcome.answer.edit} link={link} />;
  }
}

function AnswerNotice({ edit, link }: { readonly edit: Edit; readonly link: LinkRow }) {
  const { t } = useTranslation('links');
  switch (edit.state) {
    case 'applied':
      return (
        <Notice tone="success" title={t('outcome.applied')}>
          <ProviderNow link={link} provider={edit.provider} />
        </Notice>
      );
    case 'failed':
      return <FailureNotice code={edit.errorCode ?? 'provider/refused'} provider={edit.provider} />;
    case 'skipped':
      return <Notice tone="info">{t('outcome.dropped')}</Notice>;
    case 'unknown':
      return (
        <Notice tone="warning" title={t('outcome.unknown')}>
          {t('outcome.unknownNext')}
        </Notice>
      );
    default:
      return <Notice tone="info">{t('outcome.queued')}</Notice>;
  }
}

function FailureNotice({ code, provider }: { readonly code: ErrorCode; readonly provider: ProviderSaid }) {
  const { t } = useTranslation('links');
  const words = useErrorWords()(code);
  return (
    <Notice tone="error" title={words.title}>
      <p>{words.next}</p>
      {provider !== undefined && (
        <p className={styles['said']} data-selectable>
          <bdi>{t('outcome.providerSaid', provider)}</bdi>
        </p>
      )}
    </Notice>
  );
}

/** The link as its provider tells it after the re-read. */
function ProviderNow({ link, provider }: { readonly link: LinkRow; readonly provider: ProviderSaid }) {
  const { t } = useTranslation('links');
  const words = useValueWords();
  return (
    <>
      <p className={styles['now']}>
        <StatusChip status={link.status} />
        <bdi>{words('amount', link.amount)}</bdi>
        <bdi>{words('expiresAt', link.expiresAt)}</bdi>
      </p>
      {provider !== undefined && (
        <p className={styles['said']} data-selectable>
          <bdi>{t('outcome.providerSaid', provider)}</bdi>
        </p>
      )}
    </>
  );
}
