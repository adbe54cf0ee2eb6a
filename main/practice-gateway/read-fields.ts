import type { IncomingMessage } from 'node:http';
import type { ApsFields } from '../providers/aps/signature';

const bodyLimit = 64 * 1024;

/** The body of a request as text, or undefined when it is longer than any request of the protocol. */
export async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > bodyLimit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/**
 * The flat text fields of a JSON body, or undefined when it is anything else.
 *
 * Numbers are taken as their plain text: the official .NET SDK sends amounts so.
 */
export function parseFields(body: string): ApsFields | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return undefined;
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return undefined;
  const fields: Record<string, string> = {};
  for (const [name, value] of Object.entries(parsed)) {
    if (typeof value !== 'string' && typeof value !== 'number') return undefined;
    fields[name] = String(value);
  }
  return fields;
}
