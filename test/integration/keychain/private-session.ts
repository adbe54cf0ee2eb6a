import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A folder for one user's throw-away data: keyrings outlive a session in it. */
export interface Home {
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
}

export interface Session {
  readonly env: NodeJS.ProcessEnv;
  readonly end: () => Promise<void>;
}

export function makeHome(): Home {
  const folder = mkdtempSync(join(tmpdir(), 'desk-keychain-'));
  const run = join(folder, 'run');
  mkdirSync(run, { mode: 0o700 });
  const { DBUS_SESSION_BUS_ADDRESS: _bus, DISPLAY: _x, WAYLAND_DISPLAY: _wayland, ...own } = process.env;
  return {
    folder,
    env: {
      ...own,
      HOME: folder,
      XDG_RUNTIME_DIR: run,
      XDG_DATA_HOME: join(folder, 'data'),
      XDG_CONFIG_HOME: join(folder, 'config'),
      XDG_CACHE_HOME: join(folder, 'cache'),
      DESK_KEYCHAIN_SERVICE: 'Payment Link Desk test',
    },
  };
}

export function removeHome({ folder }: Home): void {
  rmSync(folder, { recursive: true, force: true });
}

/** A program the bus starts when somebody calls the name. */
export interface Activatable {
  readonly name: string;
  readonly command: string;
}

/** Starts a session bus that can start no service by itself, or only the given one. */
export async function startBus(
  home: Home,
  activatable?: { name: string; command: string },
): Promise<Session> {
  const services = join(home.folder, 'services');
  rmSync(services, { recursive: true, force: true });
  mkdirSync(services);
  if (activatable !== undefined) {
    const { name, command } = activatable;
    writeFileSync(join(services, `${name}.service`), `[D-BUS Service]\nName=${name}\nExec=${command}\n`);
  }
  const config = join(home.folder, 'bus.conf');
  writeFileSync(config, busConfig(home, services));
  const bus = spawn('dbus-daemon', [`--config-file=${config}`, '--nofork', '--print-address'], {
    env: home.env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const address = await firstLine(bus);
  return { env: { ...home.env, DBUS_SESSION_BUS_ADDRESS: address }, end: () => endProcess(bus) };
}

/** Starts a bus with a gnome-keyring on it; with a password its login keyring is opened, or made if there is none. */
export async function startKeyring(
  home: Home,
  { password, activatable }: { password?: string; activatable?: Activatable } = {},
): Promise<Session> {
  const bus = await startBus(home, activatable);
  const unlock = password === undefined ? [] : ['--unlock'];
  const daemon = spawn('gnome-keyring-daemon', ['--foreground', '--components=secrets', ...unlock], {
    env: bus.env,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  // The password is read to the end of input: a line end would become part of it.
  daemon.stdin.end(password);
  await nameOwned(bus.env);
  return {
    env: bus.env,
    end: async () => {
      await endProcess(daemon);
      await bus.end();
    },
  };
}

function busConfig(home: Home, services: string): string {
  return `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=${home.folder}/run</listen>
  <auth>EXTERNAL</auth>
  <servicedir>${services}</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('The process has no output.');
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error('The process ended before it said anything.');
}

/** Waits until the secret service has taken its name on the bus. */
async function nameOwned(env: NodeJS.ProcessEnv): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await ownsName(env)) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('The secret service did not appear on the bus.');
}

async function ownsName(env: NodeJS.ProcessEnv): Promise<boolean> {
  const call = ['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/org/freedesktop/DBus'];
  const ask = spawn(
    'dbus-send',
    [...call, 'org.freedesktop.DBus.NameHasOwner', 'string:org.freedesktop.secrets'],
    { env, stdio: ['ignore', 'pipe', 'ignore'] },
  );
  let reply = '';
  for await (const chunk of ask.stdout) reply += String(chunk);
  return reply.includes('boolean true');
}

async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}
