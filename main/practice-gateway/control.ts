import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { faultNames, type Faults } from './faults';
import { readBody } from './read-fields';

/** A fresh token for the control address: whoever reads the gateway's first line may switch its faults. */
export function makeControlToken(): string {
  return randomBytes(16).toString('hex');
}

function isAllowed(request: IncomingMessage, token: string): boolean {
  const given = Buffer.from(String(request.headers['x-control-token'] ?? ''));
  const expected = Buffer.from(token);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** Reads a set of faults from JSON; undefined when it names one that does not exist. */
function parseFaults(text: string): Faults | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof parsed !== 'object' || parsed === null) return undefined;
  const isKnown = Object.entries(parsed).every(
    ([name, rule]) =>
      (faultNames as readonly string[]).includes(name) && typeof rule === 'object' && rule !== null,
  );
  // A practice tool: the rules' own fields are taken as they come, unknown ones do nothing.
  return isKnown ? parsed : undefined;
}

/** Serves `POST /practice/control`: replaces the faults, answers with the request counts. */
export async function serveControl(
  control: {
    readonly token: string;
    readonly setFaults: (faults: Faults) => Promise<void>;
    readonly report: () => unknown;
  },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!isAllowed(request, control.token)) {
    response.writeHead(403).end();
    return;
  }
  const faults = parseFaults((await readBody(request)) ?? '');
  if (faults === undefined) {
    response.writeHead(400).end();
    return;
  }
  response.writeHead(200, { 'content-type': 'application/json', connection: 'close' });
  response.end(JSON.stringify(control.report()));
  await control.setFaults(faults);
}
