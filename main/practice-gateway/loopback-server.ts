import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on 127.0.0.1 that can go away and come back on the same port. */
export interface LoopbackServer {
  readonly origin: string;
  /** Refuses connections from now on and cuts those that are open. */
  close(): Promise<void>;
  /** Listens again on the same port; nothing happens if it already does. */
  open(): Promise<void>;
}

/** Starts listening on a port of this machine only; port 0 takes a free one. */
export async function listenOnLoopback(
  port: number,
  serve: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<LoopbackServer> {
  const server = createServer((request, response) => {
    // A client that goes away in the middle of its request is not an error of ours.
    serve(request, response).catch(() => response.destroy());
  });
  const listen = (wanted: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(wanted, '127.0.0.1', () => {
        server.off('error', reject);
        resolve();
      });
    });
  await listen(port);
  // A TCP server's address is never a pipe's name.
  const taken = (server.address() as AddressInfo).port;
  return {
    origin: `http://127.0.0.1:${taken}`,
    open: async () => {
      if (!server.listening) await listen(taken);
    },
    close: () =>
      new Promise((resolve) => {
        // Closing a server that is not listening fails, and is what was wanted.
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
