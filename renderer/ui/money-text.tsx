import type { ReactNode } from 'react';
import { formatMinor } from '#domain/money';
import { useFormatters } from '../i18n/use-formatters';
import styles from './money-text.module.css';

export interface MoneyTextProps {
  /** Whole minor units; as text for sums beyond 2^53. */
  readonly amountMinor: number | string;
  readonly currency: string;
  /** Where the column or a heading already says the currency. */
  readonly isCodeHidden?: boolean;
}

/** An amount with its currency's own decimals, digits of equal width, and its code beside it. */
export function MoneyText({ amountMinor, currency, isCodeHidden = false }: MoneyTextProps): ReactNode {
  const { decimal } = useFormatters();
  // Isolated and left to right: in Arabic text too the code stands before the figure and nothing is reordered.
  return (
    <bdi dir="ltr" className={styles['money']}>
      {!isCodeHidden && <span className={styles['code']}>{currency}</span>}
      <span className={styles['figure']}>{decimal(formatMinor(amountMinor, currency))}</span>
    </bdi>
  );
}
