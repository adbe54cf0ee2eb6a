import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ImportRecord } from '../../../../../main/import/record-reader';
import { xlsxReader } from '../../../../../main/import/xlsx/xlsx-reader';
import { useTempFolders } from '../../../../integration/temp-folder';
import { makeWorkbook, type MadeSheet, type MadeWorkbook } from '../../../../support/workbooks/make-workbook';
import { makeZip } from '../../../../support/workbooks/make-zip';

const { signal } = new AbortController();
const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const header = `<row r="1">${inline('id')}${inline('amount')}</row>`;

describe('xlsxReader', () => {
  const tempFolder = useTempFolders();

  async function fileOf(bytes: Uint8Array) {
    const file = path.join(await tempFolder(), 'links.xlsx');
    await writeFile(file, bytes);
    return { path: file, sizeBytes: bytes.length, modifiedAt: 0 };
  }

  async function read(bytes: Uint8Array, sheet?: string): Promise<readonly ImportRecord[]> {
    const file = await fileOf(bytes);
    const { shape } = await xlsxReader.look(file, sheet === undefined ? {} : { sheet }, signal);
    const records: ImportRecord[] = [];
    await xlsxReader.read(file, shape, { signal, onRecord: (record) => void records.push(record) });
    return records;
  }

  const cellsOf = async (made: MadeWorkbook, sheet?: string) =>
    (await read(await makeWorkbook(made), sheet)).map(({ cells }) => cells);
  const oneSheet = (rows: string, rest: Partial<MadeWorkbook> = {}) => ({
    sheets: [{ name: 'One', rows }],
    ...rest,
  });

  it('reads texts of all kinds, of a formula its saved result, and of an empty cell nothing', async () => {
    const rows =
      `<row r="1">${inline('inline')}<c t="s"><v>1</v></c><c t="str"><f>"a"&amp;"b"</f><v>ab</v></c></row>` +
      `<row r="2"><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c><f>1+1</f></c><c s="1"/><c><f>1+1</f><v>2</v></c></row>`;
    const sharedStrings =
      '<si><t>zero</t></si><si><r><t xml:space="preserve">rich </t></r><r><rPr><b/></rPr><t>text</t></r><rPh><t>no</t></rPh></si>';
    expect(await cellsOf(oneSheet(rows, { sharedStrings }))).toEqual([
      ['inline', 'rich text', 'ab'],
      ['TRUE', '#N/A', '', '', '2'],
    ]);
  });

  it("reads OOXML's own escapes, and text that only looks like one", async () => {
    const rows = `<row>${inline('a_x000D_&#10;b')}${inline('_x005F_x000D_')}<c t="str"><v>_x0041_</v></c></row>`;
    expect(await cellsOf(oneSheet(rows))).toEqual([['a\r\nb', '_x000D_', 'A']]);
  });

  it('tells numbers from dates by the format of the cell, and what is typed from text', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy hh:mm"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="14"/></cellXfs>';
    const rows = `<row><c><v>1234.5</v></c><c s="1"><v>46346.75283564815</v></c><c s="2"><v>46387</v></c>${inline('03/04/2026')}</row>`;
    const [record] = await read(await makeWorkbook(oneSheet(rows, { styles })));
    expect(record).toMatchObject({
      cells: ['1234.5', '2026-11-20T18:04:05', '2026-12-31', '03/04/2026'],
      kinds: ['number', 'date', 'date', 'text'],
    });
  });

  it('counts the days of a workbook from the Mac from 1904', async () => {
    const styles = '<cellXfs><xf numFmtId="14"/></cellXfs>';
    expect(
      await cellsOf(oneSheet('<row><c s="0"><v>44884</v></c></row>', { styles, date1904: true })),
    ).toEqual([['2026-11-20']]);
  });

  it('keeps every cell in its column and every row at its line, whatever is left out', async () => {
    const rows = `${header}<row r="5"><c r="C5"><v>3</v></c></row><row r="9"/><row><c><v>1</v></c><c r="D10"><v>4</v></c></row>`;
    const records = await read(await makeWorkbook(oneSheet(rows)));
    expect(records.map(({ line, cells }) => [line, cells])).toEqual([
      [1, ['id', 'amount']],
      [5, ['', '', '3']],
      [10, ['1', '', '', '4']],
    ]);
  });

  it('understands markup with prefixes', async () => {
    const sheet =
      '<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    expect(await cellsOf(oneSheet('', { parts: { 'xl/worksheets/sheet1.xml': sheet } }))).toEqual([['7']]);
  });

  const three: readonly MadeSheet[] = [
    { name: 'Secret', rows: `<row>${inline('hidden')}</row>`, state: 'hidden' },
    { name: 'First', rows: `<row>${inline('first')}</row>` },
    { name: 'Second', rows: `<row>${inline('second')}</row>` },
  ];

  it('reads the first sheet that is not hidden, and any that is chosen', async () => {
    expect(await cellsOf({ sheets: three })).toEqual([['first']]);
    expect(await cellsOf({ sheets: three }, 'Second')).toEqual([['second']]);
    expect(await cellsOf({ sheets: three }, 'Secret')).toEqual([['hidden']]);
    const seen = await xlsxReader.look(await fileOf(await makeWorkbook({ sheets: three })), {}, signal);
    expect(seen).toMatchObject({ shape: { sheet: 'First' }, sheets: ['First', 'Second', 'Secret'] });
    await expect(cellsOf({ sheets: three }, 'Third')).rejects.toMatchObject({
      details: { reason: 'sheet-missing' },
    });
  });

  it('goes on in the next sheet where one is full to the last row, if the headers are the same', async () => {
    const full = { name: 'A', rows: `${header}<row r="1048576"><c><v>1</v></c></row>` };
    const more = { name: 'A 2', rows: `${header}<row r="2"><c><v>2</v></c></row>` };
    const other = {
      name: 'Summary',
      rows: `<row r="1">${inline('Rows')}</row><row r="2"><c><v>2</v></c></row>`,
    };
    expect(await cellsOf({ sheets: [full, more, other] })).toEqual([['id', 'amount'], ['1'], ['2']]);
    expect(await cellsOf({ sheets: [full, other] })).toEqual([['id', 'amount'], ['1']]);
    expect(await cellsOf({ sheets: [more, more] })).toEqual([['id', 'amount'], ['2']]);
  });

  it('stops when it is told to', async () => {
    const rows = Array.from({ length: 5 }, (_, index) => `<row><c><v>${index}</v></c></row>`).join('');
    const file = await fileOf(await makeWorkbook(oneSheet(rows)));
    const seen: string[] = [];
    await xlsxReader.read(
      file,
      {},
      { signal, onRecord: ({ cells }) => (seen.push(...cells), seen.length === 2 ? 'stop' : undefined) },
    );
    expect(seen).toEqual(['0', '1']);
  });

  it('can be cancelled', async () => {
    const file = await fileOf(await makeWorkbook(oneSheet(header)));
    const work = { signal: AbortSignal.abort(), onRecord: () => undefined };
    await expect(xlsxReader.read(file, {}, work)).rejects.toMatchObject({ code: 'app/cancelled' });
  });
});

describe('xlsxReader, given what is not a sane workbook', () => {
  const tempFolder = useTempFolders();

  async function failure(bytes: Uint8Array): Promise<unknown> {
    const file = path.join(await tempFolder(), 'links.xlsx');
    await writeFile(file, bytes);
    const about = { path: file, sizeBytes: bytes.length, modifiedAt: 0 };
    try {
      const { shape } = await xlsxReader.look(about, {}, signal);
      await xlsxReader.read(about, shape, { signal, onRecord: () => undefined });
    } catch (thrown) {
      return thrown;
    }
    return undefined;
  }

  const sheetOf = (rows: string, parts: MadeWorkbook['parts'] = {}) =>
    makeWorkbook({ sheets: [{ name: 'One', rows }], sharedStrings: '<si><t>a</t></si>', parts });
  const doctype = '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet/>';

  it.each([
    'xl/worksheets/sheet1.xml',
    'xl/sharedStrings.xml',
    'xl/styles.xml',
    'xl/workbook.xml',
    'xl/_rels/workbook.xml.rels',
    '_rels/.rels',
  ])('refuses a DOCTYPE in %s', async (part) => {
    const rows = '<row><c t="s"><v>0</v></c></row>';
    const workbook = await makeWorkbook({
      sheets: [{ name: 'One', rows }],
      sharedStrings: '',
      styles: '',
      parts: { [part]: doctype },
    });
    expect(await failure(workbook)).toMatchObject({
      code: 'import/doctype-refused',
    });
  });

  it.each([
    ['a text that is not there', sheetOf('<row><c t="s"><v>7</v></c></row>'), 'damaged'],
    ['a number of a text that is none', sheetOf('<row><c t="s"><v>-1</v></c></row>'), 'damaged'],
    ['a cell in no column', sheetOf('<row><c r="7"><v>1</v></c></row>'), 'damaged'],
    ['markup that does not end', sheetOf('<row><c>'), 'damaged'],
    ['bytes that are no text', sheetOf('', { 'xl/worksheets/sheet1.xml': '' }), 'damaged'],
    ['another package', makeZip({ 'word/document.xml': '<d/>' }), 'not-a-workbook'],
    [
      'a binary workbook',
      makeZip({
        '_rels/.rels': '<R><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.bin"/></R>',
        'xl/workbook.bin': '',
      }),
      'not-a-workbook',
    ],
    ['no sheet with cells', makeWorkbook({ sheets: [] }), 'sheet-missing'],
    ['no archive', Promise.resolve(Buffer.from('PK\u0003\u0004 and nothing else')), 'not-zip'],
  ])('says what is wrong with %s', async (_what, bytes, reason) => {
    expect(await failure(await bytes)).toMatchObject({ code: 'import/unreadable', details: { reason } });
  });

  it.each([
    ['cell', sheetOf(`<row>${inline('x'.repeat(10_001))}</row>`)],
    [
      'cell',
      makeWorkbook({
        sheets: [{ name: 'One', rows: '<row><c t="s"><v>0</v></c></row>' }],
        sharedStrings: `<si><t>${'x'.repeat(10_001)}</t></si>`,
      }),
    ],
    ['columns', sheetOf('<row><c r="ALM1"><v>1</v></c></row>')],
  ])('refuses a workbook that is beyond a limit: %s', async (reason, bytes) => {
    expect(await failure(await bytes)).toMatchObject({ details: { reason } });
  });

  it('refuses markup nested without end, and a cell that never ends', async () => {
    const nested = `${'<a>'.repeat(100)}${'</a>'.repeat(100)}`;
    expect(await failure(await sheetOf(nested))).toMatchObject({ details: { reason: 'nesting' } });
    const random = Array.from({ length: 200_000 }, (_, at) => ((at * 2_654_435_761) >>> 0).toString(36)).join(
      '',
    );
    expect(await failure(await sheetOf(`<row><c t="${random}"/></row>`))).toMatchObject({
      code: 'import/cell-too-long',
    });
  });

  it('refuses a sheet that unpacks beyond measure', async () => {
    const bomb = await sheetOf('<row></row>'.repeat(2_000_000));
    expect(bomb.length).toBeLessThan(200_000);
    expect(await failure(bomb)).toMatchObject({
      code: 'import/expands-too-much',
      details: { reason: 'ratio' },
    });
  });

  it('tells a missing file', async () => {
    const file = { path: path.join(await tempFolder(), 'none.xlsx'), sizeBytes: 0, modifiedAt: 0 };
    await expect(xlsxReader.look(file, {}, signal)).rejects.toMatchObject({ code: 'file/not-found' });
  });
});

describe('dates below a header that names their zone', () => {
  const tempFolder = useTempFolders();

  it('have its offset, and other dates have none', async () => {
    const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs>';
    const date = '<c s="1"><v>46321.0625</v></c>';
    const rows =
      `<row>${inline('Created at (Europe/Berlin)')}${inline('Expires at')}</row>` +
      `<row>${date}${date}</row><row>${inline('2026-10-25T02:30:00+01:00')}</row>`;
    const bytes = await makeWorkbook({ sheets: [{ name: 'One', rows }], styles });
    const file = path.join(await tempFolder(), 'links.xlsx');
    await writeFile(file, bytes);
    const seen: (readonly string[])[] = [];
    const about = { path: file, sizeBytes: bytes.length, modifiedAt: 0 };
    await xlsxReader.read(about, {}, { signal, onRecord: ({ cells }) => void seen.push(cells) });
    expect(seen.slice(1)).toEqual([
      ['2026-10-26T01:30:00+01:00', '2026-10-26T01:30:00'],
      ['2026-10-25T02:30:00+01:00'],
    ]);
  });
});
