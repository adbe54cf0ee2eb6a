import { createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ExportRow } from '#domain/export-row';
import { exportColumns, usualCsv, type ExportFormat, type ExportLayout } from '#domain/export-spec';
import { createCellTexts } from '../../../main/export/cell-texts';
import { runExport } from '../../../main/export/run-export';
import { createExportRows, type ExportRows } from '../../../main/store/export-rows';
import { openStore } from '../../../main/store/open-store';
import { keyHex } from '../link-data/link-file';

/** What a side works on: the cache it reads, and the file it makes. */
export interface SideFiles {
  readonly cache: string;
  readonly target: string;
}

/** A side that has opened what it reads; what is measured begins here, as an export begins in a store that is open. */
export type Opened = () => Promise<void>;

/** Every side writes all columns of all links. Libraries are loaded by who uses them: they count as what it holds in memory. */
export type Side = (files: SideFiles) => Opened | Promise<Opened>;

const { signal } = new AbortController();

const layout: Omit<ExportLayout, 'format'> = {
  ...{ scope: 'all', filter: {}, columns: exportColumns, zone: 'Asia/Kuwait', amounts: 'major' },
  ...{ language: 'en', csv: usualCsv, xml: { values: 'elements' } },
};

/** The rows of our own export, from the encrypted cache: what every side in JavaScript is written from. */
function fromCache(cache: string, write: (source: ExportRows) => Promise<void>): Opened {
  const store = openStore({ file: cache, keyHex, actor: 'bench' });
  return async () => {
    const { handle } = store.methods.holdSelection({ selection: { mode: 'all' }, sort: [] });
    const source = createExportRows(store, store.heldKeys(handle));
    try {
      await write(source);
    } finally {
      source.close();
      store.close();
    }
  };
}

/** The whole export: values, format, formulas, hash, sums, summary, synced and renamed file. */
function exportOurs(wanted: ExportFormat): Side {
  return ({ cache, target }) =>
    fromCache(cache, async (source) => {
      await runExport({
        ...{ spec: { ...layout, format: wanted }, source, target, version: '1.0.0', now: Date.now() },
        ...{ signal, onProgress: () => undefined },
      });
    });
}

/** The same words for every cell as in ours. */
function textsOf({ connections }: ExportRows): (row: ExportRow) => readonly string[] {
  const names = new Map(connections.map(({ id, name }) => [id, name]));
  const texts = createCellTexts(layout, (id) => names.get(id) ?? id);
  const columns = exportColumns.map((column) => texts[column]);
  return (row) => columns.map((text) => text(row));
}

/** fast-csv as its manual shows it: rows piped through `format` into a file. */
const writeFastCsv: Side = ({ cache, target }) =>
  fromCache(cache, async (source) => {
    const { format } = await import('fast-csv');
    const cells = textsOf(source);
    function* rows() {
      yield exportColumns;
      for (const page of source.rows(signal)) for (const row of page) yield cells(row);
    }
    await pipeline(
      Readable.from(rows()),
      format({ headers: false, rowDelimiter: '\r\n', writeBOM: true, includeEndRowDelimiter: true }),
      createWriteStream(target, { flush: true }),
    );
  });

const markup = /[&<>\r]/g;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };

function xmlText(text: string): string {
  return text.replace(markup, (char) => entities[char] ?? char);
}

/** Strings put together: the same elements, without a look for what XML forbids, without hash, sums and rename. */
const writeXmlByHand: Side = ({ cache, target }) =>
  fromCache(cache, async (source) => {
    const cells = textsOf(source);
    const file = await open(target, 'w');
    await file.write(`<?xml version="1.0" encoding="UTF-8"?>\n<paymentLinks rows="${source.total}">`);
    for (const page of source.rows(signal)) {
      let text = '';
      for (const row of page) {
        const values = cells(row);
        text += '\n  <paymentLink>';
        for (const [index, column] of exportColumns.entries())
          text += `\n    <${column}>${xmlText(values[index] ?? '')}</${column}>`;
        text += '\n  </paymentLink>';
      }
      await file.write(text);
    }
    await file.write('\n</paymentLinks>\n');
    await file.sync();
    await file.close();
  });

/** fast-xml-parser builds a page at a time: a whole document would not fit into memory. */
const writeFastXml: Side = ({ cache, target }) =>
  fromCache(cache, async (source) => {
    // The builder is moving to a package of its own; this is the name it is known and measured by.
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the peer as most people have it
    const { XMLBuilder } = await import('fast-xml-parser');
    const cells = textsOf(source);
    const builder = new XMLBuilder({ format: true });
    const file = await open(target, 'w');
    await file.write('<?xml version="1.0" encoding="UTF-8"?>\n<paymentLinks>\n');
    for (const page of source.rows(signal)) {
      const paymentLink = page.map((row) => {
        const values = cells(row);
        return Object.fromEntries(exportColumns.map((column, index) => [column, values[index] ?? '']));
      });
      await file.write(builder.build({ paymentLink }));
    }
    await file.write('</paymentLinks>\n');
    await file.sync();
    await file.close();
  });

/** DuckDB writes what is in its own file: no words, zones or decimals. */
const copyDuck: Side = async ({ cache, target }) => {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(cache, { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  return async () => {
    await connection.run(`COPY (SELECT * FROM link ORDER BY key) TO '${target}' (FORMAT csv, HEADER)`);
    connection.closeSync();
    instance.closeSync();
  };
};

export const sides = {
  'our csv': exportOurs('csv'),
  'our xml': exportOurs('xml'),
  'fast-csv': writeFastCsv,
  'xml by hand': writeXmlByHand,
  'fast-xml-parser': writeFastXml,
  'duckdb copy': copyDuck,
} satisfies Readonly<Record<string, Side>>;
export type SideName = keyof typeof sides;
