import type { Instant } from '#domain/instant';
import type { AhrvoAccount } from './ahrvo-account';
import type { AhrvoBook } from './ahrvo-book';
import type { ViewFrame } from './link-view';
import type { AhrvoShape } from './ahrvo-shape';

/** What Ahrvo's side of the wire works with. */
export interface AhrvoDesk {
  readonly account: AhrvoAccount;
  readonly book: AhrvoBook;
  readonly frame: ViewFrame;
  readonly shape: AhrvoShape;
  readonly now: () => Instant;
}
