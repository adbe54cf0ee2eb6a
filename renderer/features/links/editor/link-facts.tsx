import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LinkDetail } from '#contract/links';
import type { LinkExtras } from '#domain/payment-link';
import { useFormatters } from '../../../i18n/use-formatters';
import { InstantText } from '../../../ui/instant-text';
import { NotKnown } from '../table/not-known';
import { useDesk } from '../../../stores/desk-context';
import { useConnectionColour } from '../../../stores/connection-colour';
import { ConnectionName } from '../../../ui/connection-name';
import { CopyButton } from '../../../ui/copy-button';
import { AmountRangeText, useFrequencyWords } from './extra-facts';
import styles from './link-panel.module.css';

export interface LinkFactsProps {
  readonly detail: LinkDetail;
  readonly zone: string;
  readonly now: number;
}

/** Everything known about a link that the form does not show. */
export function LinkFacts({ detail, zone, now }: LinkFactsProps) {
  const { t } = useTranslation('links');
  const { number } = useFormatters();
  const colourOf = useConnectionColour();
  const { link, connection } = detail;
  return (
    <dl className={styles['facts']}>
      <Fact name={t('panel.linkId')} copy={link.linkId} />
      <Fact name={t('panel.reference')} copy={link.reference} />
      <Fact name={t('panel.url')} copy={link.url} />
      <Fact name={t('panel.email')} copy={link.customerEmail} />
      <Fact name={t('panel.providerStatus')}>
        <bdi>{link.providerStatus}</bdi>
      </Fact>
      <Fact name={t('panel.checked')}>
        <InstantText at={link.checkedAt} timeZone={zone} now={now} />
      </Fact>
      <Fact name={t('panel.created')}>
        <InstantText at={link.createdAt} timeZone={zone} now={now} />
      </Fact>
      <Fact name={t('panel.openings')}>
        {link.attempts === undefined ? <NotKnown /> : number(link.attempts)}
      </Fact>
      <Fact name={t('panel.connection')}>
        <ConnectionName name={connection.name} colour={colourOf(connection.id)} />
      </Fact>
      {link.extras !== undefined && <Extras extras={link.extras} />}
    </dl>
  );
}

/** What only some providers tell of a link. */
function Extras({ extras }: { readonly extras: LinkExtras }) {
  const { t } = useTranslation('links');
  const frequencyOf = useFrequencyWords();
  const { amountRange, isMultipleUse, frequency, merchantId } = extras;
  return (
    <>
      {amountRange !== undefined && (
        <Fact name={t('panel.amountRange')}>
          <AmountRangeText range={amountRange} />
        </Fact>
      )}
      {isMultipleUse === true && <Fact name={t('panel.use')}>{t('panel.multipleUse')}</Fact>}
      {frequency !== undefined && (
        <Fact name={t('panel.frequency')}>
          <bdi>{frequencyOf(frequency)}</bdi>
        </Fact>
      )}
      {merchantId !== undefined && <Fact name={t('panel.merchant')} copy={merchantId} />}
    </>
  );
}

interface FactProps {
  readonly name: string;
  /** A text to show and copy. */
  readonly copy?: string | undefined;
  readonly children?: ReactNode;
}

function Fact({ name, copy, children }: FactProps) {
  const { t } = useTranslation('links');
  const { bridge } = useDesk();
  const isText = copy !== undefined && copy !== '';
  return (
    <div className={styles['fact']}>
      <dt>{name}</dt>
      <dd>
        {isText ? (
          <>
            <bdi className={styles['value']} data-selectable title={copy}>
              {copy}
            </bdi>
            <CopyButton
              label={t('panel.copy', { what: name })}
              copy={() => bridge.call('app:copy-text', { text: copy })}
            />
          </>
        ) : (
          (children ?? <NotKnown />)
        )}
      </dd>
    </div>
  );
}
