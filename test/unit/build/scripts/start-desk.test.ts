import { describe, expect, it } from 'vitest';
import { chooseRuntime, sayRuntime } from '../../../../build/scripts/lib/choose-runtime.mjs';
import { hasDisplay } from '../../../../build/scripts/lib/start-desk.mjs';

describe('choosing what runs the application', () => {
  it('takes the browser host when it is asked to, and fetches nothing', async () => {
    const runtime = await chooseRuntime({ DESK_RUNTIME: 'browser-host' });
    expect(runtime.kind).toBe('browser-host');
    expect(sayRuntime(runtime)).toMatch(
      /^Running in .+ through the browser host: DESK_RUNTIME asks for it\.$/,
    );
  });

  it('says in one line that it runs on Electron and why', () => {
    const runtime = {
      kind: 'electron',
      program: '/opt/electron',
      because: 'Electron 45.4.1 is installed',
    } as const;
    expect(sayRuntime(runtime)).toBe('Running on Electron: Electron 45.4.1 is installed.');
  });

  it.runIf(process.platform === 'linux')('sees a display of either kind on Linux', () => {
    expect(hasDisplay({})).toBe(false);
    expect(hasDisplay({ DISPLAY: ':0' })).toBe(true);
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
  });
});
