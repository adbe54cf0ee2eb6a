import { describe, expect, it } from 'vitest';
import { installCommands } from '../../../../build/scripts/lib/system-parts.mjs';

describe('installCommands', () => {
  it('installs everything that is missing with one command on Debian', () => {
    const system = { manager: 'apt-get', isUbuntu: false } as const;
    expect(installCommands(['browser', 'libsecret', 'dbus', 'gnome-keyring'], system)).toEqual([
      [
        'apt-get',
        'install',
        '-y',
        '--no-install-recommends',
        'chromium',
        'libsecret-1-0',
        'dbus',
        'gnome-keyring',
      ],
    ]);
  });

  it('takes the browser from Playwright on Ubuntu, whose archive has it only as a snap', () => {
    const system = { manager: 'apt-get', isUbuntu: true } as const;
    expect(installCommands(['browser', 'dbus'], system)).toEqual([
      ['apt-get', 'install', '-y', '--no-install-recommends', 'dbus'],
      ['npx', 'playwright', 'install', '--with-deps', 'chromium'],
    ]);
    expect(installCommands(['browser'], system)).toHaveLength(1);
  });

  it('knows the package names of Fedora', () => {
    const system = { manager: 'dnf', isUbuntu: false } as const;
    expect(installCommands(['libsecret', 'dbus', 'libreoffice'], system)).toEqual([
      ['dnf', 'install', '-y', 'libsecret', 'dbus-daemon', 'libreoffice-calc'],
    ]);
  });
});
