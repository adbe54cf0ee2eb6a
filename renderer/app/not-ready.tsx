import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { AppStatus } from '#contract/app';
import type { ErrorCode } from '#domain/app-error';
import { useErrorWords } from '../i18n/use-error-words';
import { useDesk } from '../stores/desk-context';
import { Button } from '../ui/button';
import { IconKey, IconWarning } from '../ui/icons/signs';
import styles from './screens.module.css';

export interface NotReadyProps {
  readonly error: { readonly code: ErrorCode; readonly reason?: string | undefined };
  readonly platform: AppStatus['platform'];
}

const stepsOf = {
  linux: ['keychain.linux1', 'keychain.linux2', 'keychain.linux3'],
  win32: ['keychain.windows1', 'keychain.windows2'],
  darwin: ['keychain.mac1', 'keychain.mac2'],
} as const;

/** Why the application cannot begin, what to do about it on this system, and another try. */
export function NotReady({ error, platform }: NotReadyProps) {
  const { t } = useTranslation('app');
  const { status } = useDesk();
  const busy = useStore(status, (state) => state.busy);
  const words = useErrorWords()(error.code);
  const isKeychain = error.code === 'secrets/keychain-unavailable';
  return (
    <main className={styles['screen']}>
      <div className={styles['sheet']} role="alert">
        <span className={styles['sign']}>
          {isKeychain ? <IconKey size={24} /> : <IconWarning size={24} />}
        </span>
        <h1>{isKeychain ? t('keychain.title') : t('storeDown.title')}</h1>
        <p className={styles['lead']}>{isKeychain ? t('keychain.why') : `${words.title}. ${words.next}`}</p>
        {isKeychain && (
          <>
            <h2>{t('keychain.steps')}</h2>
            <ol className={styles['steps']}>
              {stepsOf[platform].map((step) => (
                <li key={step}>{t(step)}</li>
              ))}
            </ol>
          </>
        )}
        <div className={styles['foot']}>
          <Button variant="primary" isPending={busy} onPress={() => void status.getState().retryStart()}>
            {isKeychain ? t('keychain.retry') : t('storeDown.retry')}
          </Button>
          {error.reason !== undefined && (
            <span className={styles['muted']} data-selectable>
              {t('details', { reason: error.reason })}
            </span>
          )}
        </div>
      </div>
    </main>
  );
}
