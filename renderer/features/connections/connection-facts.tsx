import { useTranslation } from 'react-i18next';
import type { Connection } from '#domain/provider';
import styles from './connections.module.css';

/** What is known of an account without its secrets: enough to tell two of them apart. */
export function ConnectionFacts({ connection }: { readonly connection: Connection }) {
  const { t } = useTranslation('connections');
  return (
    <p className={styles['details']}>
      <span>{t(`provider.${connection.provider}`)}</span>
      {connection.provider === 'aps' ? (
        <>
          <span>{t('merchant', { id: connection.merchantIdentifier })}</span>
          <bdi>{t('accessCodeTail', { tail: connection.accessCodeTail })}</bdi>
          <bdi>{connection.shaType}</bdi>
        </>
      ) : (
        <>
          <bdi>{t('usernameTail', { tail: connection.usernameTail })}</bdi>
          {connection.merchantId !== undefined && <span>{t('merchant', { id: connection.merchantId })}</span>}
          {connection.applicationId !== undefined && (
            <span>{t('application', { id: connection.applicationId })}</span>
          )}
          <span>
            {connection.apiVersion === '' ? t('noVersion') : t('version', { version: connection.apiVersion })}
          </span>
        </>
      )}
      {connection.endpoint !== undefined && <bdi dir="ltr">{connection.endpoint}</bdi>}
    </p>
  );
}
