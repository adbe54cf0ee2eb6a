import { useTranslation } from 'react-i18next';
import type { Connection } from '#domain/provider';
import { RadioField } from '../../ui/radio-field';

export interface ConnectionFieldProps {
  readonly all: readonly Connection[];
  readonly value: string | undefined;
  readonly onChange: (id: string) => void;
  readonly isDisabled: boolean;
  /** Why a connection cannot be chosen; undefined where it can. */
  readonly whyNot?: (connection: Connection) => string | undefined;
}

/** Which account it is about; one that cannot is shown with the reason. */
export function ConnectionField({ all, value, onChange, isDisabled, whyNot }: ConnectionFieldProps) {
  const { t } = useTranslation(['adding', 'common']);
  return (
    <RadioField
      label={t('connection')}
      options={all.map((connection) => {
        const reason = whyNot?.(connection);
        const provider = t(`common:provider.${connection.provider}`);
        return {
          id: connection.id,
          label: t('connectionAt', { name: connection.name, provider }),
          ...(reason === undefined ? {} : { description: reason, isDisabled: true }),
        };
      })}
      value={value}
      onChange={onChange}
      isDisabled={isDisabled}
      isInRow={all.every((connection) => whyNot?.(connection) === undefined)}
    />
  );
}
