import type { BridgeError } from '../../bridge/bridge-error';

/** Why a file is not taken, where more can be said than that it cannot be read or is too large. */
export const knownReasons = ['format', 'empty', 'no-rows', 'open-quote', 'bytes', 'rows'] as const;
export type KnownReason = (typeof knownReasons)[number];

const codes: readonly string[] = ['import/unreadable', 'import/too-large'];

export function knownReason({ code, reason }: BridgeError): KnownReason | undefined {
  if (!codes.includes(code)) return undefined;
  return knownReasons.find((known) => known === reason);
}
