import { useTranslation } from 'react-i18next';
import { Label, RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import { connectionColours, type ConnectionColour } from '#domain/provider';
import { ConnectionDot } from '../../ui/connection-dot';
import styles from './colour-field.module.css';

export interface ColourFieldProps {
  readonly value: ConnectionColour;
  readonly onChange: (colour: ConnectionColour) => void;
}

/** The colour of a connection, each with its name beside it. */
export function ColourField({ value, onChange }: ColourFieldProps) {
  const { t } = useTranslation('connections');
  return (
    <RadioGroup
      value={value}
      onChange={(chosen) => {
        const colour = connectionColours.find((candidate) => candidate === chosen);
        if (colour !== undefined) onChange(colour);
      }}
      className={styles['field'] ?? ''}
    >
      <Label className={styles['label'] ?? ''}>{t('describe.colour')}</Label>
      <div className={styles['colours']}>
        {connectionColours.map((colour) => (
          <RadioField key={colour} value={colour}>
            <RadioButton className={styles['colour'] ?? ''}>
              <ConnectionDot colour={colour} />
              {t(`colour.${colour}`)}
            </RadioButton>
          </RadioField>
        ))}
      </div>
    </RadioGroup>
  );
}
