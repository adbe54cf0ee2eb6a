import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { CurrencySum } from '#domain/link-filter';
import { useFormatters } from '../../../i18n/use-formatters';
import { MoneyText } from '../../../ui/money-text';
import popover from '../../../ui/popover.module.css';
import styles from './totals-bar.module.css';

export interface SumListProps {
  readonly sums: readonly CurrencySum[];
  /** They are of other rows than those on screen; the right ones are on their way. */
  readonly isOld?: boolean;
}

/** Room one sum takes, and the button to the rest of them, in CSS pixels. */
const sumWidth = 164;
const moreWidth = 120;

/** Sums side by side, one per currency, never added together. Those without room are one press away, never cut off. */
export function SumList({ sums, isOld = false }: SumListProps) {
  const { t } = useTranslation('links');
  const [frame, width] = useWidth();
  const fits = Math.floor(width / sumWidth);
  const shown =
    sums.length <= fits ? sums : sums.slice(0, Math.max(0, Math.floor((width - moreWidth) / sumWidth)));
  return (
    <div ref={frame} className={styles['sums']} aria-busy={isOld || undefined}>
      {shown.map(({ currency, totalMinor }) => (
        <MoneyText key={currency} amountMinor={totalMinor} currency={currency} />
      ))}
      {shown.length < sums.length && (
        <DialogTrigger>
          <AriaButton className={styles['more'] ?? ''}>
            {shown.length === 0 ? t('sums.all') : t('sums.more', { count: sums.length - shown.length })}
          </AriaButton>
          <Popover className={popover['popover'] ?? ''} offset={6} placement="top">
            <Dialog aria-label={t('sums.all')} className={styles['dialog'] ?? ''}>
              <AllSums sums={sums} />
            </Dialog>
          </Popover>
        </DialogTrigger>
      )}
    </div>
  );
}

function AllSums({ sums }: SumListProps) {
  const { t } = useTranslation('links');
  const { number } = useFormatters();
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{t('filters.currencies')}</th>
          <th scope="col">{t('sums.links')}</th>
          <th scope="col">{t('sums.total')}</th>
        </tr>
      </thead>
      <tbody>
        {sums.map(({ currency, count, totalMinor }) => (
          <tr key={currency}>
            <th scope="row">{currency}</th>
            <td>{number(count)}</td>
            <td>
              <MoneyText amountMinor={totalMinor} currency={currency} isCodeHidden />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The width an element has got, in CSS pixels; 0 before it is on screen. */
function useWidth(): readonly [RefObject<HTMLDivElement | null>, number] {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}
