import type { Connection } from '#domain/provider';

export interface SyncItem {
  readonly id: string;
  /** `none` says why there is nothing to sync; `add` and `import` are the other ways to get links. */
  readonly kind: 'one' | 'all' | 'full' | 'none' | 'add' | 'import';
  readonly name: string;
  readonly connectionIds: readonly string[];
  readonly isDisabled: boolean;
}

/** The menu of syncing: each connection with a list, all of them, and each to be read anew. `idle` are those that are not being read. */
export function syncItems(
  listing: readonly Pick<Connection, 'id' | 'name'>[],
  idle: readonly string[],
): readonly (SyncItem | { readonly id: string; readonly separator: true })[] {
  const item = (kind: SyncItem['kind'], connectionIds: readonly string[] = [], name = ''): SyncItem => ({
    id: [kind, ...(kind === 'one' || kind === 'full' ? connectionIds : [])].join(' '),
    ...{ kind, name, connectionIds },
    isDisabled: kind === 'none' || (connectionIds.length === 0 && kind === 'all'),
  });
  if (listing.length === 0) return [item('none'), item('add'), item('import')];
  const of = (kind: 'one' | 'full') =>
    listing.map(({ id, name }) => ({ ...item(kind, [id], name), isDisabled: !idle.includes(id) }));
  return [
    ...of('one'),
    ...(listing.length > 1 ? [item('all', idle)] : []),
    { id: 'before-full', separator: true },
    ...of('full'),
  ];
}
