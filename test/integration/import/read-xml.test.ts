import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { MAX_CELL_CHARS, MAX_NESTING } from '../../../main/import/import-limits';
import { openFile } from '../../../main/import/open-file';
import type { ImportRecord } from '../../../main/import/record-reader';
import { xmlReader } from '../../../main/import/xml/xml-reader';
import { useTempFolders } from '../temp-folder';

describe('the reader of XML', () => {
  const tempFolder = useTempFolders();

  async function read(content: string | Uint8Array, onRecord?: () => 'stop' | undefined) {
    const target = path.join(await tempFolder(), 'links.xml');
    await writeFile(target, content);
    const { file, format } = await openFile(target);
    expect(format).toBe('xml');
    const { signal } = new AbortController();
    const seen = await xmlReader.look(file, {}, signal);
    const records: ImportRecord[] = [];
    await xmlReader.read(file, seen.shape, {
      signal,
      onRecord: (record) => {
        records.push(record);
        return onRecord?.();
      },
    });
    return records;
  }

  const list = (rows: string) => `<?xml version="1.0"?><list>${rows}</list>`;
  const row = (id: number, more = '') => `<row><id>${id}</id><amount>1</amount>${more}</row>`;

  it('makes columns of elements and attributes, with the line of each row', async () => {
    const records = await read(
      '<list>\n<row n="1"><a>x</a><b c="y"/></row>\n\n<row n="2"><b>z</b></row>\n</list>',
    );
    expect(records).toEqual([
      { line: 1, cells: ['n', 'a', 'b', 'b@c'], isBroken: false },
      { line: 2, cells: ['1', 'x', '', 'y'], isBroken: false },
      { line: 4, cells: ['2', '', 'z', ''], isBroken: false },
    ]);
  });

  it('finds the rows among lists of something else', async () => {
    const countries = '<country><code>KW</code><name>Kuwait</name></country>'.repeat(30);
    const links =
      '<link><linkId>7</linkId><amount>1</amount><currency>KWD</currency><status>Open</status></link>';
    const records = await read(`<export><countries>${countries}</countries><links>${links}</links></export>`);
    expect(records.map(({ cells }) => cells)).toEqual([
      ['linkId', 'amount', 'currency', 'status'],
      ['7', '1', 'KWD', 'Open'],
    ]);
  });

  it('does not mind namespaces, comments and CDATA', async () => {
    const records = await read(
      '<p:list xmlns:p="urn:x"><p:row><p:id>1<!-- no --></p:id><p:b><![CDATA[<x>]]>&amp;</p:b></p:row></p:list>',
    );
    expect(records.at(-1)?.cells).toEqual(['1', '<x>&']);
  });

  it.each([
    ['UTF-16', Buffer.from(`\ufeff${list(row(1, '<n>أحمد</n>'))}`, 'utf16le')],
    ['UTF-16 without a mark', Buffer.from(list(row(1, '<n>أحمد</n>')), 'utf16le').swap16()],
    [
      'a code page that it names',
      Buffer.concat([
        Buffer.from(
          '<?xml version="1.0" encoding="windows-1256"?><list><row><id>1</id><amount>1</amount><n>',
        ),
        Buffer.from([0xc3, 0xcd, 0xe3, 0xcf]),
        Buffer.from('</n></row></list>'),
      ]),
    ],
  ])('reads %s', async (_, content) => {
    expect((await read(content)).at(-1)?.cells).toEqual(['1', '1', 'أحمد']);
  });

  it('marks a row that holds two values for a column', async () => {
    const many = Array.from({ length: 3 }, (_, id) => row(id)).join('');
    const records = await read(list(`${many}<row><id>8</id><id>9</id><amount>1</amount></row>`));
    expect(records[0]?.cells).toEqual(['id', 'amount']);
    expect(records.map(({ isBroken }) => isBroken)).toEqual([false, false, false, false, true]);
  });

  it('takes no column from a list inside the rows', async () => {
    const items = '<items><item><name>a</name></item><item><name>b</name></item></items>';
    const records = await read(list(row(1, items) + row(2, items)));
    expect(records[0]?.cells).toEqual(['id', 'amount']);
  });

  it('stops when it is told to', async () => {
    let left = 2;
    const records = await read(list(row(1) + row(2) + row(3)), () =>
      (left -= 1) === 0 ? 'stop' : undefined,
    );
    expect(records).toHaveLength(2);
  });

  it.each([
    ['a DOCTYPE', '<!DOCTYPE list><list/>', 'import/doctype-refused'],
    [
      'entities that grow',
      '<!DOCTYPE l [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><l><r><a>&b;</a><b/></r></l>',
      'import/doctype-refused',
    ],
    ['an entity nobody knows', list('<row><id>&x;</id><b/></row>'), 'import/not-well-formed'],
    ['an element that is not closed', '<list><row><id>1</id></list>', 'import/not-well-formed'],
    ['an end that comes too early', '<list><row><id>1</id><b/></row>', 'import/not-well-formed'],
    ['a character XML forbids', list(row(1, '<n>\u0001</n>')), 'import/not-well-formed'],
    ['too deep nesting', '<a>'.repeat(MAX_NESTING + 1), 'import/too-complex'],
    [
      'thousands of columns',
      list(`<row>${Array.from({ length: 1_001 }, (_, n) => `<c${n}/>`).join('')}</row>`),
      'import/too-complex',
    ],
    [
      'a text without end',
      list(`<row><id>${'x'.repeat(MAX_CELL_CHARS + 1)}</id><b/></row>`),
      'import/cell-too-long',
    ],
    [
      'an attribute without end',
      list(`<row id="${'x'.repeat(MAX_CELL_CHARS + 1)}" b=""/>`),
      'import/cell-too-long',
    ],
    ['a tag without end', `<list><row ${' '.repeat(3_000_000)}`, 'import/cell-too-long'],
    ['an encoding nobody knows', '<?xml version="1.0" encoding="klingon"?><list/>', 'import/wrong-encoding'],
    ['no rows', '<list><title>Nothing</title></list>', 'import/unreadable'],
  ])('refuses %s', async (_, content, code) => {
    await expect(read(content)).rejects.toMatchObject({ code });
  });
});
