import type { AppStatus } from '#contract/app';
import type { Settings } from '#contract/settings';
import type { Serve } from '../envelope';

export interface AppHandlers {
  readonly status: () => AppStatus;
  readonly retryStart: () => Promise<AppStatus>;
  readonly copyText: (text: string) => void;
  readonly settings: {
    readonly read: () => Promise<Settings>;
    readonly write: (changes: Partial<Settings>) => Promise<Settings>;
  };
}

export function serveApp(serve: Serve, app: AppHandlers): void {
  serve('app:status', () => app.status());
  serve('app:retry-start', () => app.retryStart());
  serve('app:copy-text', ({ text }) => {
    app.copyText(text);
    return undefined;
  });
  serve('settings:read', () => app.settings.read());
  // An absent member and one that is undefined are the same to a partial schema, not to the settings.
  serve('settings:write', (changes) =>
    app.settings.write(
      Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)),
    ),
  );
}
