import { useTranslation } from 'react-i18next';
import type { LinkRow } from '#domain/payment-link';
import { useErrorWords } from '../../i18n/use-error-words';
import { useDesk } from '../../stores/desk-context';
import { CopyButton } from '../../ui/copy-button';
import { MoneyText } from '../../ui/money-text';
import { Notice } from '../../ui/notice';
import { StatusChip } from '../../ui/status-chip';
import { StepHeading } from '../../ui/step-heading';
import styles from './adding.module.css';
import type { Create } from './create-flow';

/** What became of the sending, where there is something to say. */
export function CreateOutcome({ create: { flow } }: { readonly create: Create }) {
  const { t } = useTranslation('adding');
  const words = useErrorWords();
  const error = 'error' in flow ? flow.error : undefined;
  return (
    <>
      {flow.kind === 'unknown' && (
        <Notice tone="warning" title={t('create.unknown')}>
          {t('create.unknownNext')}
        </Notice>
      )}
      {flow.kind === 'filling' && flow.wasNotMade === true && (
        <Notice tone="info" title={t('creations.notMade')}>
          {t('creations.notMadeNext')}
        </Notice>
      )}
      {error !== undefined && (
        <Notice tone="error" title={words(error.code).title}>
          <p>{words(error.code).next}</p>
          {error.provider !== undefined && (
            <p className={styles['muted']} data-selectable>
              <bdi>{t('providerSaid', error.provider)}</bdi>
            </p>
          )}
        </Notice>
      )}
    </>
  );
}

/** The new link, and its address for the customer. */
export function MadeLink({ link }: { readonly link: LinkRow }) {
  const { t } = useTranslation('adding');
  const { bridge } = useDesk();
  const { url, reference, amount, status } = link;
  return (
    <div className={styles['made']}>
      <StepHeading>{t('create.made')}</StepHeading>
      <p className={styles['line']}>
        <StatusChip status={status} />
        <bdi>{reference}</bdi>
        {amount !== undefined && <MoneyText {...amount} />}
      </p>
      {url === undefined ? (
        <Notice tone="info">{t('create.noAddress')}</Notice>
      ) : (
        <div className={styles['address']}>
          <bdi dir="ltr" data-selectable>
            {url}
          </bdi>
          <CopyButton label={t('create.copy')} copy={() => bridge.call('app:copy-text', { text: url })} />
        </div>
      )}
      <p className={styles['muted']}>{t('create.nobodyTold')}</p>
    </div>
  );
}
