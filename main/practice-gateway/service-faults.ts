import { followFaults, type Faults, type FaultTarget, type Struck } from './faults';
import type { LoopbackServer } from './loopback-server';

/** The faults of a gateway, followed request by request. */
export interface ServiceFaults {
  /** The faults that strike the next request. */
  readonly strike: (target: Omit<FaultTarget, 'number'>) => Struck;
  /** Replaces all faults; resolves when the server is reachable or unreachable accordingly. */
  readonly set: (faults: Faults) => Promise<void>;
  readonly end: () => void;
}

/** Switches the faults of a server. */
export function openServiceFaults(server: () => LoopbackServer, seed: number): ServiceFaults {
  const requestsOf = new Map<string, number>();
  let follow = followFaults({}, seed);
  let comesBack: NodeJS.Timeout | undefined;
  return {
    strike: ({ command, linkId }) => {
      const number = (requestsOf.get(linkId ?? '') ?? 0) + 1;
      requestsOf.set(linkId ?? '', number);
      return follow({ command, linkId, number });
    },
    set: async (faults) => {
      clearTimeout(comesBack);
      follow = followFaults(faults, seed);
      const { offline } = faults;
      if (offline === undefined) return server().open();
      if (offline.ms !== undefined) comesBack = setTimeout(() => void server().open(), offline.ms);
      return server().close();
    },
    end: () => {
      clearTimeout(comesBack);
    },
  };
}
