import { app, session, type WebContents } from 'electron';
import { isOurPage } from './bundled-file';

function lockDown(contents: WebContents): void {
  contents.on('will-navigate', (event, url) => {
    if (!isOurPage(url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/**
 * Denies everything a page of ours never needs: navigation away, new windows, webviews, permissions. Call when the app is
 * ready and before the first window.
 */
export function applySecurityPolicy(): void {
  app.on('web-contents-created', (_event, contents) => {
    lockDown(contents);
  });
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false);
  });
  session.defaultSession.setPermissionCheckHandler(() => false);
}
