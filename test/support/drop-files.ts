import type { Page } from '@playwright/test';

/** Where files are dragged to, in CSS pixels. */
export interface DropPlace {
  readonly x: number;
  readonly y: number;
}

/** Drags files of the disk over a place of the page, as the system's file manager would, and holds them there. */
export async function dragFiles(page: Page, paths: readonly string[], { x, y }: DropPlace) {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  const send = (type: 'dragEnter' | 'dragOver' | 'drop' | 'dragCancel') =>
    session.send('Input.dispatchDragEvent', { type, x, y, data });
  await send('dragEnter');
  await send('dragOver');
  return {
    drop: () => send('drop').then(() => session.detach()),
    leave: () => send('dragCancel').then(() => session.detach()),
  };
}
