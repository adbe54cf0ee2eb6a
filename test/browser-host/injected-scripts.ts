import { makeBridgeSide } from './bridge-side';
import { makeGuard } from './guard';
import { isolatedWorld, pageWorld } from './page-worlds';
import { makePlainJsonCheck, notCloneable } from './plain-json';

/** Names that exist in the preload's world only. */
export const worldNames = {
  world: 'browser-host',
  send: '__bhSend',
  report: '__bhReport',
  receive: '__bhReceive',
  fileAt: '__bhFileAt',
} as const;

export interface InjectedScripts {
  readonly page: string;
  readonly isolated: string;
  /** What begins the text that stands for a file's path in messages of the preload; a number follows. */
  readonly pathMark: string;
}

/** The two scripts that run at the start of every document: the page's half of the bridge first, then the preload's world. */
export function injectedScripts(preload: string): InjectedScripts {
  const event = `browser-host-${crypto.randomUUID()}`;
  const pathMark = `browser-host-path-${crypto.randomUUID()}-`;
  const plainOnly = `(${makePlainJsonCheck.toString()})(${JSON.stringify(notCloneable)})`;
  const bridgeSide = `(${makeBridgeSide.toString()})`;
  const fields = [
    `event: ${JSON.stringify(event)}`,
    `bridgeSide: ${bridgeSide}`,
    `plainOnly: ${plainOnly}`,
    `guard: (${makeGuard.toString()})()`,
    `platform: ${JSON.stringify(process.platform)}`,
    `send: '${worldNames.send}', report: '${worldNames.report}', receive: '${worldNames.receive}'`,
    `fileAt: '${worldNames.fileAt}', pathMark: '${pathMark}'`,
    `preload: function (require, module, exports, process) {\n${preload}\n}`,
  ];
  return {
    page: `(${pageWorld.toString()})(${JSON.stringify(event)}, ${bridgeSide}, ${plainOnly})`,
    isolated: `(${isolatedWorld.toString()})({${fields.join(',\n')}})`,
    pathMark,
  };
}
