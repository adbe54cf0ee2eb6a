import type { CDPSession } from '@playwright/test';
import { worldNames } from './injected-scripts';

export interface MarkedText {
  /** A message of the preload, as JSON. */
  readonly text: string;
  /** What begins a place where a path belongs. */
  readonly mark: string;
  /** The preload's world of the document that sent it. */
  readonly context: number;
}

/**
 * Puts the paths of files where the preload's `webUtils.getPathForFile` left marks. Only the browser knows them, and only for files
 * that a person dropped or chose; for one that a script made the path is empty, as in Electron.
 */
export async function fillPaths(session: CDPSession, { text, mark, context }: MarkedText): Promise<string> {
  // The mark is made of letters, digits and hyphens.
  const places = [...text.matchAll(new RegExp(`${mark}(\\d+)`, 'g'))];
  const paths = await Promise.all(places.map(([, index]) => pathOf(session, context, Number(index))));
  return places.reduceRight((rest, place, at) => {
    const path = JSON.stringify(paths[at] ?? '').slice(1, -1);
    return rest.slice(0, place.index) + path + rest.slice(place.index + place[0].length);
  }, text);
}

async function pathOf(session: CDPSession, context: number, index: number): Promise<string> {
  const { result } = await session.send('Runtime.callFunctionOn', {
    executionContextId: context,
    functionDeclaration: `(index) => globalThis.${worldNames.fileAt}(index)`,
    arguments: [{ value: index }],
  });
  if (result.objectId === undefined) throw new Error('there is no such file');
  const { path } = await session.send('DOM.getFileInfo', { objectId: result.objectId });
  return path;
}
