import { useTranslation } from 'react-i18next';
import { TextField } from '../../ui/text-field';
import styles from './connections.module.css';
import { SecretField } from './secret-field';
import { useBoundFields, type BoundFieldsProps } from './use-bound-fields';

/** User name and password of an Ahrvo account: what proves who we are. */
export function BasicFields({
  isFirst = false,
  ...props
}: BoundFieldsProps & { readonly isFirst?: boolean }) {
  const { bind, blanks } = useBoundFields(props);
  return (
    <>
      <div>
        <TextField {...bind('username')} dir="ltr" autoComplete="off" autoFocus={isFirst} />
        {blanks('username')}
      </div>
      <div>
        <SecretField {...bind('password')} />
        {blanks('password')}
      </div>
    </>
  );
}

/** What an Ahrvo account is asked for; which merchant and application can come later, with another connection. */
export function AhrvoFields(props: BoundFieldsProps) {
  const { t } = useTranslation('connections');
  const { bind, blanks } = useBoundFields(props);
  return (
    <>
      <BasicFields {...props} />
      <div className={styles['pair']}>
        <div>
          <TextField {...bind('merchantId')} dir="ltr" autoComplete="off" isOptional />
          {blanks('merchantId')}
        </div>
        <div>
          <TextField {...bind('applicationId')} dir="ltr" autoComplete="off" isOptional />
          {blanks('applicationId')}
        </div>
      </div>
      <details className={styles['advanced']}>
        <summary>{t('form.advanced')}</summary>
        <div>
          <TextField {...bind('apiVersion')} dir="ltr" autoComplete="off" />
          {blanks('apiVersion')}
        </div>
      </details>
    </>
  );
}
