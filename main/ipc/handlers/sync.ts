import type { Syncs } from '../../sync/manage-syncs';
import type { Serve } from '../envelope';

export function serveSync(serve: Serve, { syncs }: { readonly syncs: Syncs }): void {
  serve('sync:start', (request) => syncs.start(request));
  serve('sync:move', (request) => syncs.move(request));
  serve('sync:list', () => syncs.list());
}
