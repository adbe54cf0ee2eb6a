import { expect, it } from 'vitest';
import { rowsToTsv } from '../../../../renderer/grid/grid-tsv';
import type { GridColumn } from '../../../../renderer/grid/grid-types';

interface Person {
  readonly name: string;
  readonly town: string;
}

const columns: readonly GridColumn<Person>[] = [
  { id: 'name', header: 'Name', width: 1, render: (row) => row.name, text: (row) => row.name },
  { id: 'town', header: 'Town', width: 1, render: (row) => row.town, text: (row) => row.town },
];

it('writes a header and one line per row, as spreadsheets paste it', () => {
  expect(rowsToTsv(columns, [{ name: 'حصة', town: 'Kuwait' }])).toBe('Name\tTown\r\nحصة\tKuwait');
});

it('does not let a value start a new cell or row', () => {
  expect(rowsToTsv(columns, [{ name: 'a\tb "c"', town: 'c\r\nd' }])).toBe(
    'Name\tTown\r\n"a\tb ""c"""\t"c\r\nd"',
  );
  expect(rowsToTsv(columns, [{ name: '"quoted" name', town: '=1+1' }])).toBe(
    'Name\tTown\r\n"""quoted"" name"\t=1+1',
  );
});
