import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '#domain/app-error';
import { changedSince, type EditBase } from '#domain/link-patch';
import type { LinkRow } from '#domain/payment-link';
import { useErrorWords } from '../../../i18n/use-error-words';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { StatusChip } from '../../../ui/status-chip';
import type { EditOutcome } from './editor-store';
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
  if (outcome.kind === 'failed') {
    const { code, provider } = outcome.error;
    return <FailureNotice code={code} provider={provider} />;
  }
  if (outcome.kind === 'conflict') return null;
  const { edit } = outcome.answer;
  switch (edit.state) {
    case 'applied':
      return (
        <Notice tone="success" title={t('outcome.applied')}>
          <ProviderNow link={link} provider={edit.provider} />
        </Notice>
      );
    case 'failed':
      return <FailureNotice code={edit.errorCode ?? 'provider/refused'} provider={edit.provider} />;
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

export interface ConflictProps {
  /** The link the edit was made against, and as it is now. */
  readonly base: EditBase;
  readonly now: EditBase;
  /** False when the link already holds what was asked for. */
  readonly canSend: boolean;
  readonly onSendMine: () => void;
  readonly onTakeTheirs: () => void;
}

/** The link changed meanwhile: shows what changed there (what would be sent stands under the form) and asks. */
export function ConflictNotice({ base, now, canSend, onSendMine, onTakeTheirs }: ConflictProps) {
  const { t } = useTranslation('links');
  const words = useValueWords();
  return (
    <Notice tone="warning" title={t('outcome.conflict')}>
      <p>{t('outcome.conflictNext')}</p>
      <ul className={styles['conflict']}>
        {changedSince(base, now).map((field) => (
          <li key={field}>
            {t('historyChange', {
              field: t(`form.${field}`),
              before: words(field, base[field]),
              after: words(field, now[field]),
            })}
          </li>
        ))}
      </ul>
      <div className={styles['buttons']}>
        <Button size="small" onPress={onTakeTheirs}>
          {t('outcome.takeTheirs')}
        </Button>
        <Button size="small" variant="danger" onPress={onSendMine} isDisabled={!canSend}>
          {t('outcome.sendMine')}
        </Button>
      </div>
    </Notice>
  );
}
