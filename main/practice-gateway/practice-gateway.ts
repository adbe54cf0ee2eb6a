import type { Instant } from '#domain/instant';
import type { ShaType } from '#domain/provider';
import { makeControlToken, serveControl } from './control';
import { exportCsv, type CsvOptions } from './export-csv';
import { followFaults, type Faults } from './faults';
import { openLinkBook, type GatewayLink } from './gateway-link';
import { listenOnLoopback, type LoopbackServer } from './loopback-server';
import { makeLinks } from './make-links';
import { practiceCredentials, type PracticeCredentials } from './practice-account';
import { openRequestLog, type LoggedRequest, type RequestSummary } from './request-log';
import { serveAps, type ApsService } from './serve-aps';

export interface GatewayOptions {
  /** 0 takes a free port. */
  readonly port: number;
  /** How many links the account has. */
  readonly links: number;
  /** The same seed gives the same links, credentials and faults. */
  readonly seed: number;
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

function faultSwitch(server: () => LoopbackServer, seed: number) {
  const requestsOf = new Map<string, number>();
  let follow = followFaults({}, seed);
  let comesBack: NodeJS.Timeout | undefined;
  return {
    strike: (({ command, linkId }) => {
      const number = (requestsOf.get(linkId ?? '') ?? 0) + 1;
      requestsOf.set(linkId ?? '', number);
      return follow({ command, linkId, number });
    }) satisfies ApsService['strike'],
    set: async (faults: Faults) => {
      clearTimeout(comesBack);
      follow = followFaults(faults, seed);
      const { offline } = faults;
      if (offline === undefined) return server().open();
      if (offline.ms !== undefined) comesBack = setTimeout(() => void server().open(), offline.ms);
      return server().close();
    },
    end: () => clearTimeout(comesBack),
  };
}

/**
 * Starts a payment provider for practice on 127.0.0.1: APS's `paymentApi` for checking and updating links, as strict as its
 * documents, over seeded links, with faults that can be switched while it runs.
 */
export async function startPracticeGateway(options: GatewayOptions): Promise<PracticeGateway> {
  const { port, seed, now = Date.now, uniqueReferences = false } = options;
  const account = practiceCredentials(seed, options.shaType);
  const book = openLinkBook(makeLinks({ count: options.links, seed, now: options.madeAt ?? now() }));
  const log = openRequestLog(options.onRequest);
  const faults = faultSwitch(() => server, seed ^ 0xfa17);
  const service: ApsService = { desk: { account, book, now, uniqueReferences }, log, strike: faults.strike };
  const controlToken = makeControlToken();
  const control = { token: controlToken, setFaults: faults.set, report: log.summary };

  const server = await listenOnLoopback(port, async (request, response) => {
    const route = `${request.method ?? ''} ${request.url ?? ''}`;
    if (route === 'POST /practice/control') return serveControl(control, request, response);
    if (route !== 'POST /FortAPI/paymentApi') return void response.writeHead(404).end();
    const { number, end } = log.begin();
    response.once('close', end);
    return serveAps(service, { number, request }, response);
  });
  await faults.set(options.faults ?? {});
  return {
    apsUrl: `${server.origin}/FortAPI/paymentApi`,
    controlUrl: `${server.origin}/practice/control`,
    credentials: account,
    controlToken,
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
