import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Connection } from '#domain/provider';
import { toBridgeError } from '../../bridge/bridge-error';
import { useConnectionColour } from '../../stores/connection-colour';
import { useDesk } from '../../stores/desk-context';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { ConnectionName } from '../../ui/connection-name';
import { IconEdit, IconTrash } from '../../ui/icons/actions';
import { IconButton } from '../../ui/icon-button';
import { ConnectionFacts } from './connection-facts';
import styles from './connections.module.css';
import { DescribeDialog } from './describe-dialog';
import { ReplaceSecretsDialog } from './replace-secrets-dialog';
import { SyncLine } from './sync-line';
import { TestOutcomeNotice, type TestOutcome } from './test-outcome';

export interface ConnectionCardProps {
  readonly connection: Connection;
  readonly onRemove: () => void;
}

/** One connection without its secrets: only the tail of its access code or user name is ever shown. */
export function ConnectionCard({ connection, onRemove }: ConnectionCardProps) {
  const { t } = useTranslation('connections');
  const { bridge } = useDesk();
  const [outcome, setOutcome] = useState<TestOutcome | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const [isReplacing, setReplacing] = useState(false);
  const [isDescribing, setDescribing] = useState(false);
  const colourOf = useConnectionColour();
  const { id, name, environment } = connection;
  const test = () => {
    setBusy(true);
    setOutcome(undefined);
    void bridge
      .call('connections:test', { connectionId: id })
      .then(
        ({ latencyMs }) => setOutcome({ kind: 'works', latencyMs }),
        (thrown: unknown) => setOutcome({ kind: 'failed', error: toBridgeError(thrown) }),
      )
      .finally(() => setBusy(false));
  };
  return (
    <article className={styles['card']} aria-label={name}>
      <div className={styles['cardHead']}>
        <h2>
          <ConnectionName name={name} colour={colourOf(id)} />
        </h2>
        <Chip tone={environment === 'production' ? 'accent' : 'neutral'}>
          {t(`environment.${environment}`)}
        </Chip>
        <span className={styles['spacer']} />
        <Button size="small" onPress={test} isPending={busy}>
          {t('test')}
        </Button>
        {environment !== 'practice' && (
          <Button size="small" onPress={() => setReplacing(true)} isDisabled={busy}>
            {t('replace.action')}
          </Button>
        )}
        <IconButton
          size="small"
          label={t('describe.action')}
          icon={<IconEdit />}
          onPress={() => setDescribing(true)}
        />
        <IconButton size="small" label={t('remove')} icon={<IconTrash />} onPress={onRemove} />
      </div>
      <ConnectionFacts connection={connection} />
      <SyncLine connection={connection} />
      <div role="status" className={styles['result']}>
        {outcome !== undefined && <TestOutcomeNotice outcome={outcome} provider={connection.provider} />}
      </div>
      {isDescribing && <DescribeDialog connection={connection} onClose={() => setDescribing(false)} />}
      {isReplacing && (
        <ReplaceSecretsDialog
          connection={connection}
          onReplaced={() => setOutcome(undefined)}
          onClose={() => setReplacing(false)}
        />
      )}
    </article>
  );
}
