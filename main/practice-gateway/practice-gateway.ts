import type { Instant } from '#domain/instant';
import type { ShaType } from '#domain/provider';
import { ahrvoAccount } from './ahrvo/ahrvo-account';
import { openAhrvoBook } from './ahrvo/ahrvo-book';
import type { AhrvoLink } from './ahrvo/ahrvo-link';
import type { AhrvoShape } from './ahrvo/ahrvo-shape';
import { ahrvoRoot, serveAhrvo } from './ahrvo/serve-ahrvo';
import { makeControlToken, serveControl } from './control';
import { exportCsv, type CsvOptions } from './export-csv';
import type { Faults } from './faults';
import { openLinkBook, type GatewayLink } from './gateway-link';
import { listenOnLoopback } from './loopback-server';
import { makeLinks } from './make-links';
import { practiceCredentials, type PracticeCredentials } from './practice-account';
import { openRequestLog, type LoggedRequest, type RequestSummary } from './request-log';
import { serveAps, type ApsService } from './serve-aps';
import { openServiceFaults } from './service-faults';

export interface GatewayOptions {
  /** 0 takes a free port. */
  readonly port: number;
  /** How many links the account has. */
  readonly links: number;
  /** The same seed gives the same links, credentials and faults. */
  readonly seed: number;
  /** How many links Ahrvo's account has; a hundred thousand take a moment. */
  readonly ahrvoLinks?: number;
  /** How Ahrvo's lists tell where to go on: by the version that is asked for, unless told. */
  readonly ahrvoShape?: AhrvoShape;
  readonly now?: () => Instant;
  /** The moment the account's links are dated around; now unless told. The same moment gives the same dates at every start. */
  readonly madeAt?: Instant;
  readonly faults?: Faults;
  readonly shaType?: ShaType;
  /** Refuses an update whose merchant reference was used before. */
  readonly uniqueReferences?: boolean;
  /** Told of every request when it is done with; `requests()` keeps the latest only. */
  readonly onRequest?: (request: LoggedRequest) => void;
}

/** A running practice gateway. */
export interface PracticeGateway {
  /** The address to give a connection; ends with `/FortAPI/paymentApi`. */
  readonly apsUrl: string;
  readonly credentials: PracticeCredentials;
  /** `POST {faults}` here with the token in `X-Control-Token` to switch faults from another process. */
  readonly controlUrl: string;
  readonly controlToken: string;
  /** The address to give an Ahrvo connection; ends with `/payments/na`. */
  readonly ahrvoUrl: string;
  readonly ahrvo: { readonly username: string; readonly password: string };
  /** What an Ahrvo connection needs to create links. */
  readonly ahrvoAccount: { readonly merchantId: string; readonly applicationId: string };
  /** All of them, the newest first. */
  ahrvoLinks(): readonly AhrvoLink[];
  ahrvoLink(id: string): AhrvoLink | undefined;
  setAhrvoLink(link: AhrvoLink): void;
  links(): readonly GatewayLink[];
  link(id: string): GatewayLink | undefined;
  /** Replaces a link, as a customer's payment or the dashboard would. */
  setLink(link: GatewayLink): void;
  /** Replaces all faults; `{}` ends them. Resolves when the gateway is reachable or unreachable accordingly. */
  setFaults(faults: Faults): Promise<void>;
  requests(): RequestSummary;
  forgetRequests(): void;
  exportCsv(options?: CsvOptions): string;
  stop(): Promise<void>;
}

/** Open links of APS that Ahrvo's links repeat, so that two links of the desk ask for the same money. */
const twinsAtMost = 12;

function openAhrvo(options: GatewayOptions, now: () => Instant, aps: readonly GatewayLink[]) {
  const { seed, madeAt = now(), ahrvoLinks: count = 0, ahrvoShape: shape = 'by-version' } = options;
  const account = ahrvoAccount(seed);
  const isOpen = (link: GatewayLink) => link.status === 'Open' && link.expiresAt > madeAt;
  const open = aps.filter(isOpen);
  // Spread out, as chance would have it.
  const gap = Math.max(1, Math.floor(open.length / twinsAtMost));
  const twins = open.filter((_, index) => index % gap === gap - 1).slice(0, twinsAtMost);
  const book = openAhrvoBook({ count, seed, madeAt, account, twins }, now);
  return { account, book, shape, now };
}

/**
 * Starts two payment providers for practice on 127.0.0.1: APS's `paymentApi` and Ahrvo's `payment_links`, as strict as their
 * documents, over seeded links, with faults that can be switched while it runs.
 */
export async function startPracticeGateway(options: GatewayOptions): Promise<PracticeGateway> {
  const { port, seed, now = Date.now, uniqueReferences = false } = options;
  const account = practiceCredentials(seed, options.shaType);
  const book = openLinkBook(makeLinks({ count: options.links, seed, now: options.madeAt ?? now() }));
  const log = openRequestLog(options.onRequest);
  const ahrvo = openAhrvo(options, now, book.links());
  const faults = openServiceFaults(() => server, seed ^ 0xfa17);
  const service: ApsService = { desk: { account, book, now, uniqueReferences }, log, strike: faults.strike };
  const controlToken = makeControlToken();
  const control = { token: controlToken, setFaults: faults.set, report: log.summary };

  const server = await listenOnLoopback(port, async (request, response) => {
    const route = `${request.method ?? ''} ${request.url ?? ''}`;
    if (route === 'POST /practice/control') return serveControl(control, request, response);
    const isAhrvo = request.url?.startsWith(`${ahrvoRoot}/`) === true;
    if (!isAhrvo && route !== 'POST /FortAPI/paymentApi') return void response.writeHead(404).end();
    const { number, end } = log.begin();
    response.once('close', end);
    if (!isAhrvo) return serveAps(service, { number, request }, response);
    const frame = { base: `${server.origin}${ahrvoRoot}`, applicationId: ahrvo.account.applicationId };
    const desk = { ...ahrvo, frame };
    return serveAhrvo({ desk, log, strike: faults.strike }, { number, request }, response);
  });
  await faults.set(options.faults ?? {});
  const { username, password, merchantId, applicationId } = ahrvo.account;
  return {
    apsUrl: `${server.origin}/FortAPI/paymentApi`,
    controlUrl: `${server.origin}/practice/control`,
    credentials: account,
    controlToken,
    ahrvoUrl: `${server.origin}${ahrvoRoot}`,
    ahrvo: { username, password },
    ahrvoAccount: { merchantId, applicationId },
    ahrvoLinks: ahrvo.book.links,
    ahrvoLink: ahrvo.book.byId,
    setAhrvoLink: ahrvo.book.keep,
    links: book.links,
    link: book.byId,
    setLink: book.keep,
    setFaults: faults.set,
    requests: log.summary,
    forgetRequests: log.clear,
    exportCsv: (csvOptions) => exportCsv(book.links(), csvOptions),
    stop: () => {
      faults.end();
      return server.close();
    },
  };
}
