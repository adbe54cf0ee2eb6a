import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dragFiles } from '../../support/drop-files';
import { startFixture, type Fixture } from './fixture';

describe('files that were dropped onto a page', () => {
  let fixture: Fixture;
  beforeAll(async () => {
    fixture = await startFixture();
  });
  afterAll(() => fixture.end());

  async function drop(name: string): Promise<string> {
    const file = join(fixture.userData, name);
    await writeFile(file, 'a;b\n');
    const drag = await dragFiles(fixture.page, [file], { x: 700, y: 400 });
    await drag.drop();
    await expect.poll(() => fixture.page.evaluate(() => window.dropped.at(-1)?.name)).toBe(name);
    return file;
  }

  it('reach the preload as files', async () => {
    await drop('one.csv');
    expect(await fixture.page.evaluate(() => window.dropped.map((file) => window.api.nameOf(file)))).toEqual([
      'one.csv',
    ]);
  });

  it('have their path put into what the preload sends to main', async () => {
    const file = await drop('quote " and عربي.csv');
    const seen = await fixture.page.evaluate(() => {
      const last = window.dropped.at(-1);
      return last && window.api.pathOf(last);
    });
    expect(seen?.value).toEqual({ path: file, text: 'beside it' });
  });

  it('have no path when a script of the page made them', async () => {
    const seen = await fixture.page.evaluate(() => window.api.pathOf(new File(['x'], '/etc/passwd')));
    expect(seen.value.path).toBe('');
  });

  it('are told from other values', async () => {
    const refused = fixture.page.evaluate(() => window.api.pathOf({ path: '/etc/passwd' } as never));
    await expect(refused).rejects.toThrow('webUtils.getPathForFile takes a File');
  });
});
