import type { Settings } from '#contract/settings';
import type { Bridge } from '../bridge/bridge-client';
import { columnsHiddenAtFirst } from '../features/links/table/hidden-columns';
import { pickLanguage } from '../i18n/locales';
import { createDesk, followMain, type Desk } from '../stores/desk';
import { showLast } from '../stores/keep-shown';
import { showConnections } from '../stores/show-connections';

/** What the screen assumes until main has told the settings: the system's language, theme and zone. */
function guessSettings(): Settings {
  return {
    language: pickLanguage(navigator.languages),
    theme: 'system',
    density: 'normal',
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    businessDays: { weekend: 'sat-sun', holidays: [] },
    views: [],
    exportPresets: [],
    rememberedImports: [],
  };
}

/** Opens the links as they were shown last, which the settings tell; where those cannot be read, the guess stands. */
async function showLinks(desk: Desk): Promise<void> {
  await desk.settings
    .getState()
    .read()
    .catch(() => undefined);
  if (desk.query.getState().answer === undefined) showLast(desk);
  else void desk.query.getState().reopen();
}

/** Makes the page's stores, subscribes them to main and asks for what the first screen needs. */
export function startDesk(bridge: Bridge): Desk {
  const desk = createDesk(bridge, {
    settings: guessSettings(),
    hiddenColumns: columnsHiddenAtFirst,
    newId: () => crypto.randomUUID(),
  });
  followMain(desk);
  // Once the store is ready, now or after the keychain was mended, the lists can be read; not before, because every call to the
  // store begins another attempt to open it.
  desk.status.subscribe(({ status }, before) => {
    if (status?.store.state === 'ready' && before.status?.store.state !== 'ready') {
      void desk.connections.getState().read();
      void desk.reach.getState().read();
      void desk.syncs.getState().read();
      void showLinks(desk).then(() => showConnections(desk));
    }
  });
  // The system knows a network that is back before anybody's next try.
  window.addEventListener('online', () => void desk.reach.getState().tryNow());
  void desk.status.getState().read();
  return desk;
}
