import type { CDPSession, Page } from '@playwright/test';
import { fillPaths } from './fill-paths';
import { injectedScripts, worldNames } from './injected-scripts';

export interface PageChannel {
  readonly session: CDPSession;
  /** Sends messages to the preload as soon as a document with one is there. */
  deliver(messages: readonly string[]): void;
}

interface ChannelEvents {
  received(url: string, message: string): void;
  reported(problem: string): void;
  openRequested(url: string): void;
}

/** Opens the channel between a page's preload and the launcher, by the DevTools protocol; pages cannot see it. */
export async function openPageChannel(
  page: Page,
  preload: string,
  events: ChannelEvents,
): Promise<PageChannel> {
  const session = await page.context().newCDPSession(page);
  const { world, send, report, receive } = worldNames;
  const scripts = injectedScripts(preload);
  let queue: string[] = [];
  let current: number | undefined;

  function flush(): void {
    if (current === undefined || queue.length === 0) return;
    const messages = queue;
    queue = [];
    session
      .send('Runtime.callFunctionOn', {
        executionContextId: current,
        functionDeclaration: `(texts) => globalThis.${receive}(texts)`,
        arguments: [{ value: messages }],
      })
      .catch(() => undefined);
  }

  session.on('Runtime.executionContextsCleared', () => (current = undefined));
  session.on('Page.windowOpen', ({ url }) => events.openRequested(url));
  session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
    if (name === report) {
      events.reported(payload);
    } else if (payload === '') {
      current = executionContextId;
      flush();
    } else {
      // Written by the injected half of the channel.
      const { url, message } = JSON.parse(payload) as { url: string; message: unknown };
      const text = JSON.stringify(message);
      if (!text.includes(scripts.pathMark)) events.received(url, text);
      else
        fillPaths(session, { text, mark: scripts.pathMark, context: executionContextId }).then(
          (filled) => events.received(url, filled),
          (error: unknown) => events.reported(`a file's path is not known: ${String(error)}`),
        );
    }
  });
  await Promise.all([
    session.send('Runtime.enable'),
    session.send('Page.enable'),
    session.send('Runtime.addBinding', { name: send, executionContextName: world }),
    session.send('Runtime.addBinding', { name: report, executionContextName: world }),
    session.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.page }),
    session.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.isolated, worldName: world }),
  ]);
  return {
    session,
    deliver(messages) {
      queue.push(...messages);
      flush();
    },
  };
}
