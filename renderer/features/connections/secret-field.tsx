import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconHide, IconShow } from './eye-icons';
import { IconButton } from '../../ui/icon-button';
import { TextField } from '../../ui/text-field';
import styles from './connections.module.css';

export interface SecretFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onBlur: () => void;
  readonly description: ReactNode;
  readonly error?: string;
  readonly isDisabled: boolean;
}

/** A phrase that is hidden while typed, with a way to look at it before it is saved. */
export function SecretField({ label, ...field }: SecretFieldProps) {
  const { t } = useTranslation('connections');
  const [isShown, setShown] = useState(false);
  return (
    <div className={styles['secret']}>
      <TextField {...field} label={label} dir="ltr" autoComplete="off" type={isShown ? 'text' : 'password'} />
      {/* At the end of the text, which runs from left to right in every language. */}
      <div className={styles['eye']} dir="ltr">
        <IconButton
          size="small"
          label={isShown ? t('form.hide', { what: label }) : t('form.show', { what: label })}
          icon={isShown ? <IconHide /> : <IconShow />}
          onPress={() => setShown(!isShown)}
        />
      </div>
    </div>
  );
}
