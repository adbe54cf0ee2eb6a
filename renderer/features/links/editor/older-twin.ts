import { capabilitiesOf } from '#domain/capability';
import { judgeField, type BlockReason } from '#domain/link-patch';
import type { LinkRow } from '#domain/payment-link';
import type { Connection } from '#domain/provider';

export type OlderTwin =
  /** Not all of them tell when they were made. */
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'known';
      readonly link: LinkRow;
      /** It is the link in front. */
      readonly isSelf: boolean;
      /** Why it cannot be closed. */
      readonly reason: BlockReason | undefined;
    };

/** The oldest of a link and its duplicates: the one to close, because the customer was given a newer one since. */
export function olderTwin(
  link: LinkRow,
  duplicates: readonly LinkRow[],
  connections: readonly Connection[],
): OlderTwin {
  const [first, ...others] = [link, ...duplicates].flatMap((row) =>
    row.createdAt === undefined ? [] : [{ row, at: row.createdAt }],
  );
  if (first === undefined || others.length < duplicates.length) return { kind: 'unknown' };
  const oldest = others.reduce((a, b) => (b.at < a.at ? b : a), first);
  const isTied = others.some(({ row, at }) => row !== oldest.row && at === oldest.at);
  if (isTied) return { kind: 'unknown' };
  const { row } = oldest;
  const provider = connections.find(({ id }) => id === row.connectionId)?.provider;
  const reason =
    row.pending || row.conflict
      ? 'edit-waiting'
      : provider === undefined
        ? 'not-offered'
        : judgeField(row, 'status', capabilitiesOf[provider]);
  return { kind: 'known', link: row, isSelf: row.key === link.key, reason };
}
