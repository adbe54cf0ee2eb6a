import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FaultRule, Struck } from '../faults';
import { readBody } from '../read-fields';
import type { RequestLog } from '../request-log';
import { failBefore, sendStruck } from '../send-struck';
import type { ServiceFaults } from '../service-faults';
import type { AhrvoCommand } from './ahrvo-command';
import type { AhrvoDesk } from './ahrvo-desk';
import type { AhrvoLink } from './ahrvo-link';
import { refusal, type AhrvoReply } from './ahrvo-replies';
import { changeLink } from './change-link';
import { createLink } from './create-link';
import { inText, wholeView } from './link-view';
import { listLinks } from './list-links';

export interface AhrvoService {
  readonly desk: AhrvoDesk;
  readonly log: RequestLog;
  readonly strike: ServiceFaults['strike'];
}

/** The address before the paths of Ahrvo's documents. */
export const ahrvoRoot = '/payments/na';

interface Asked {
  readonly command: AhrvoCommand | undefined;
  readonly linkId: string | undefined;
  readonly query: URLSearchParams;
  readonly version: string;
  readonly body: string;
}

const commands: Readonly<Record<string, AhrvoCommand>> = {
  'GET list': 'list',
  'POST list': 'post',
  'GET link': 'get',
  'PUT link': 'put',
};

function readAsked({ method = '', url = '', headers }: IncomingMessage, body: string): Asked {
  const { pathname, searchParams: query } = new URL(url, 'http://localhost');
  const [, id] = /^\/payments\/na\/payment_links(?:\/([^/]+))?$/.exec(pathname) ?? [];
  const isKnown = pathname.startsWith(`${ahrvoRoot}/payment_links`);
  return {
    ...{ query, body, linkId: id === undefined ? undefined : decodeURIComponent(id) },
    command: isKnown ? commands[`${method} ${id === undefined ? 'list' : 'link'}`] : undefined,
    version: String(headers['finix-version'] ?? ''),
  };
}

function isAllowed({ headers }: IncomingMessage, { account }: AhrvoDesk): boolean {
  const token = Buffer.from(`${account.username}:${account.password}`, 'utf8').toString('base64');
  const [given, expected] = [Buffer.from(headers.authorization ?? ''), Buffer.from(`Basic ${token}`)];
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function parseObject(body: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const parsed: unknown = JSON.parse(body);
    const isObject = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
    // Any object is a record of unknowns.
    return isObject ? (parsed as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

const dayMs = 86_400_000;

/** What somebody else does to a link: the customer pays it, the dashboard deactivates it. Nobody can extend one. */
function changedByOthers(link: AhrvoLink, to: FaultRule['to'] = 'paid', now: number): AhrvoLink {
  const updatedAt = Math.floor(now / 1000) * 1000;
  if (to === 'later') return { ...link, expiresAt: link.expiresAt + dayMs, updatedAt };
  return { ...link, state: to === 'paid' ? 'COMPLETED' : 'DEACTIVATED', updatedAt };
}

/** One link is made and the newest open one is paid: the pages that follow begin elsewhere. */
function move({ book, account, now }: AhrvoDesk): void {
  const [newest] = book.slots(({ state, isMultipleUse }) => state === 'ACTIVE' && !isMultipleUse);
  if (newest === undefined) return;
  const paid = book.at(newest);
  const { id, ...made } = paid;
  const createdAt = Math.floor(now() / 1000) * 1000;
  const more = { createdAt, updatedAt: createdAt, merchantId: account.merchantId };
  book.keep(changedByOthers(paid, 'paid', now()));
  book.add({ ...made, ...more, id: `${id.slice(0, 18)}-m${String(book.size())}` });
}

interface Done extends AhrvoReply {
  readonly link?: AhrvoLink;
  readonly isDone: boolean;
}

const refused = (reply: AhrvoReply): Done => ({ ...reply, isDone: false });

function put(desk: AhrvoDesk, link: AhrvoLink, { fields, struck }: { fields: object; struck: Struck }): Done {
  const after = changeLink(desk, link, { ...fields });
  if ('status' in after) return { ...refused(after), link };
  const ignores = struck.has('ignored');
  if (!ignores) desk.book.keep(after);
  const shown = wholeView(struck.has('staleEcho') ? link : after, desk.frame);
  return { status: 200, body: shown, link: ignores ? link : after, isDone: !ignores };
}

function post(desk: AhrvoDesk, fields: Readonly<Record<string, unknown>>, struck: Struck): Done {
  const made = createLink(desk, fields);
  if ('status' in made) return refused(made);
  const ignores = struck.has('ignored');
  if (!ignores) desk.book.add(made);
  return { status: 201, body: wholeView(made, desk.frame), link: made, isDone: !ignores };
}

function answerOne(desk: AhrvoDesk, asked: Asked, struck: Struck): Done {
  const changing = struck.get('changedBefore');
  const before = desk.book.byId(asked.linkId ?? '');
  if (before === undefined) return refused(refusal(404, 'The payment link does not exist'));
  if (changing !== undefined) desk.book.keep(changedByOthers(before, changing.to, desk.now()));
  const link = desk.book.byId(before.id) ?? before;
  if (asked.command === 'get') return { status: 200, body: wholeView(link, desk.frame), link, isDone: false };
  const fields = parseObject(asked.body);
  if (fields === undefined) return refused(refusal(400, 'The body is no JSON object'));
  return put(desk, link, { fields, struck });
}

function answer(desk: AhrvoDesk, asked: Asked, struck: Struck): Done {
  const refusing = struck.get('refused');
  if (refusing !== undefined) return refused(refusal(refusing.status ?? 403, 'Refused for practice'));
  if (asked.command === 'list') {
    if (struck.has('listMoves')) move(desk);
    return refused(listLinks(desk, { ...asked, struck }));
  }
  if (asked.command !== 'post') return answerOne(desk, asked, struck);
  const fields = parseObject(asked.body);
  return fields === undefined
    ? refused(refusal(400, 'The body is no JSON object'))
    : post(desk, fields, struck);
}

function fieldsOf({ query, linkId, body }: Asked): Record<string, string> {
  return {
    ...Object.fromEntries(query),
    ...(linkId === undefined ? {} : { id: linkId }),
    ...(body === '' ? {} : { body }),
  };
}

/** Serves one request of Ahrvo's payment links, faults included. */
export async function serveAhrvo(
  { desk, log, strike }: AhrvoService,
  { number, request }: { readonly number: number; readonly request: IncomingMessage },
  response: ServerResponse,
): Promise<void> {
  const asked = readAsked(request, (await readBody(request)) ?? '');
  const { command, linkId } = asked;
  const label = request.headers['x-practice-label'];
  const struck = strike({ command, linkId });
  const noted = {
    ...{ number, command, fields: fieldsOf(asked), struck: [...struck.keys()] },
    ...(label === undefined ? {} : { label: String(label) }),
  };
  const wait = struck.get('latency')?.ms ?? 0;
  if (wait > 0) await sleep(wait);
  if (failBefore(response, struck)) {
    log.note({ ...noted, isDone: false });
    return;
  }
  const done = serveKnown(desk, { request, asked }, struck);
  const { status, body, link, isDone } = done;
  log.note({ ...noted, code: String(status), isDone, ...(link === undefined ? {} : { ahrvoLink: link }) });
  sendStruck(response, { status, body: struck.has('textValues') ? inText(body) : body }, struck);
}

function serveKnown(
  desk: AhrvoDesk,
  { request, asked }: { readonly request: IncomingMessage; readonly asked: Asked },
  struck: Struck,
): Done {
  if (!isAllowed(request, desk)) return refused(refusal(401, 'Invalid username or password'));
  if (asked.command === undefined) {
    const isPath =
      asked.linkId !== undefined || request.url?.startsWith(`${ahrvoRoot}/payment_links?`) === true;
    return refused(isPath ? refusal(405, 'Method not allowed') : refusal(404, 'No such resource'));
  }
  return answer(desk, asked, struck);
}
