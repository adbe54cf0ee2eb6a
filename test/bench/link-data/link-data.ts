import { constants, existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabase } from '../../../main/store/open-database';
import type { StoreDatabase } from '../../../main/store/store-database';
import { openDuckLinks, type DuckLinks } from './duck-links';
import { ensureLinkFile, keyHex } from './link-file';
import { writePlainLinks } from './plain-links';
import { startStore, waitUntilLoaded, type StoreSession } from './store-session';

/** The sample links of one run: made when first asked for, shared by all benchmarks, given back at the end. */
export interface LinkData {
  readonly rows: number;
  /** A new encrypted file with all rows, to be written to; removed with the rest. */
  copy(): Promise<string>;
  /** The file that everybody reads and nobody writes. */
  file(): Promise<string>;
  /** One store process over `file` with everything loaded. */
  store(): Promise<StoreSession>;
  /** A plain connection to `file` with the settings of the store's own. */
  sqlite(): Promise<StoreDatabase>;
  /** DuckDB over the same rows. */
  duck(): Promise<DuckLinks>;
  /** The file of that DuckDB, for a process of its own. */
  duckFile(): Promise<string>;
  /** A plain, unencrypted SQLite file with the same table. */
  plain(): Promise<string>;
  dispose(): Promise<void>;
}

export interface LinkDataOptions {
  readonly rows: number;
  /** Where prepared files are kept for later runs; without it they go with the run. */
  readonly folder?: string | undefined;
}

type Closing = () => Promise<void> | void;

/** Makes something when it is first asked for, and the same from then on. */
function lazily<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

export function createLinkData({ rows, folder }: LinkDataOptions): LinkData {
  const closing: Closing[] = [];
  const closes = <T>(value: T, close: Closing): T => {
    closing.push(close);
    return value;
  };

  const work = lazily(async () => {
    const made = await mkdtemp(path.join(tmpdir(), 'desk-bench-'));
    return closes(made, () => rm(made, { recursive: true, force: true }));
  });
  const prepared = lazily(async () => {
    const home = folder === undefined ? await work() : path.resolve(folder);
    await mkdir(home, { recursive: true });
    const file = path.join(home, `links-${rows}.db`);
    ensureLinkFile(file, rows);
    return file;
  });
  let copies = 0;
  const copy = async (): Promise<string> => {
    copies += 1;
    const target = path.join(await work(), `copy-${copies}.db`);
    await copyFile(await prepared(), target, constants.COPYFILE_FICLONE);
    return target;
  };
  const file = lazily(copy);
  const sqlite = lazily(async () => {
    const { db } = openDatabase({ file: await file(), keyHex });
    return closes(db, () => void db.close());
  });

  const duckFile = async (): Promise<string> => (await prepared()).replace(/\.db$/, '.duckdb');

  return {
    rows,
    copy,
    file,
    sqlite,
    store: lazily(async () => {
      const session = await startStore(await file());
      closes(session, () => session.stop());
      await waitUntilLoaded(session);
      return session;
    }),
    duck: lazily(async () => {
      const duck = await openDuckLinks(await duckFile(), sqlite);
      return closes(duck, () => duck.close());
    }),
    duckFile: async () => {
      const made = await duckFile();
      if (!existsSync(made)) (await openDuckLinks(made, sqlite)).close();
      return made;
    },
    plain: lazily(async () => {
      const made = path.join(await work(), 'plain.db');
      writePlainLinks(await sqlite(), made);
      return made;
    }),
    dispose: async () => {
      for (const close of closing.splice(0).reverse()) await close();
    },
  };
}
