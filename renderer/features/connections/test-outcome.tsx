import type { TFunction } from 'i18next';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProviderId } from '#domain/provider';
import type { BridgeError } from '../../bridge/bridge-error';
import { useErrorWords } from '../../i18n/use-error-words';
import { Notice } from '../../ui/notice';
import styles from './connections.module.css';

/** What a test of a connection, or the attempt to save one, came to. */
export type TestOutcome =
  | { readonly kind: 'works'; readonly latencyMs: number }
  | { readonly kind: 'failed'; readonly error: BridgeError };

/** What to check after a failure; undefined where the code's own words say it. */
function adviceOf(
  { code }: BridgeError,
  provider: ProviderId,
  t: TFunction<'connections'>,
): string | undefined {
  switch (code) {
    case 'provider/signature-rejected':
      return t('outcome.signature');
    case 'provider/answer-not-genuine':
      return t('outcome.notGenuine');
    case 'provider/credentials-rejected':
      return t(`outcome.credentials.${provider}`);
    case 'provider/unreachable':
    case 'provider/timeout':
      return t('outcome.unreachable');
    default:
      return undefined;
  }
}

export interface TestOutcomeProps<Outcome> {
  readonly outcome: Outcome;
  /** Whose values are to be checked. */
  readonly provider: ProviderId;
}

export function TestOutcomeNotice({ outcome, provider }: TestOutcomeProps<TestOutcome>) {
  const { t } = useTranslation('connections');
  const words = useErrorWords();
  if (outcome.kind === 'works') {
    return <Notice tone="success">{t('outcome.works', { ms: outcome.latencyMs })}</Notice>;
  }
  const { error } = outcome;
  const { title, next } = words(error.code);
  return (
    <Notice tone="error" title={title}>
      <p>{adviceOf(error, provider, t) ?? next}</p>
      {error.provider !== undefined && (
        <p className={styles['said']} data-selectable>
          <bdi>{t('outcome.providerSaid', error.provider)}</bdi>
        </p>
      )}
    </Notice>
  );
}

/** Brings what came of a test or a save into sight: the form is longer than the window. */
export function OutcomeInSight({ outcome, provider }: TestOutcomeProps<TestOutcome | undefined>) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (outcome !== undefined) frame.current?.scrollIntoView({ block: 'end' });
  }, [outcome]);
  return (
    <div role="status" ref={frame}>
      {outcome !== undefined && <TestOutcomeNotice outcome={outcome} provider={provider} />}
    </div>
  );
}
