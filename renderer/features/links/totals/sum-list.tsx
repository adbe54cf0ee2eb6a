import type { CurrencySum } from '#domain/link-filter';
import { MoneyText } from '../../../ui/money-text';
import styles from './totals-bar.module.css';

/** Sums side by side, one per currency, never added together. */
export function SumList({ sums }: { readonly sums: readonly CurrencySum[] }) {
  return (
    <ul className={styles['sums']}>
      {sums.map(({ currency, totalMinor }) => (
        <li key={currency}>
          <MoneyText amountMinor={totalMinor} currency={currency} />
        </li>
      ))}
    </ul>
  );
}
