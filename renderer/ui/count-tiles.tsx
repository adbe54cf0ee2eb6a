import { useFormatters } from '../i18n/use-formatters';
import styles from './count-tiles.module.css';

export interface CountTile {
  readonly id: string;
  readonly label: string;
  readonly count: number;
  /** Shown only when the count is not zero. */
  readonly tone?: 'accent' | 'success' | 'warning' | 'danger';
}

/** A few big counts side by side. */
export function CountTiles({ tiles }: { readonly tiles: readonly CountTile[] }) {
  const { number } = useFormatters();
  return (
    <dl className={styles['tiles']}>
      {tiles.map(({ id, label, count, tone }) => (
        <div key={id} className={styles['tile']} data-tone={count > 0 ? tone : undefined}>
          <dt>{label}</dt>
          <dd>{number(count)}</dd>
        </div>
      ))}
    </dl>
  );
}
