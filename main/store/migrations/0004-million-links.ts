import type { Migration } from '../migrate';

/** What the index's texts were not yet folded into: letters that are written for one another, digits of other scripts. */
const alike: readonly (readonly [letters: string, folded: string])[] = [
  ['ىی', 'ي'],
  ['ک', 'ك'],
  ['ة', 'ه'],
  ['ـ', ''],
  ...Array.from(
    { length: 10 },
    (_, digit) => [String.fromCharCode(0x660 + digit, 0x6f0 + digit), String(digit)] as const,
  ),
];
const pairs = alike.flatMap(([letters, folded]) => [...letters].map((letter) => [letter, folded] as const));

const columns = ['reference', 'link_id', 'customer_name', 'customer_email', 'order_text'];
const folded = (column: string): string =>
  pairs.reduce((text, [letter, other]) => `replace(${text}, '${letter}', '${other}')`, column);
const isToFold = (column: string): string =>
  `${column} GLOB '*[${pairs.map(([letter]) => letter).join('')}]*'`;

/**
 * A cache of a million links: their number is kept, because counting them takes a fifth of a second, by who writes them, because
 * a trigger makes storing them twice as dear. Links with an applied edit have an index. Texts of the search index in which Arabic letters or digits are folded anew are written again.
 */
export const millionLinks: Migration = {
  version: 4,
  name: 'a million links',
  sql: `
    CREATE TABLE link_count (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      count INTEGER NOT NULL
    ) STRICT;
    INSERT INTO link_count SELECT 1, count(*) FROM link;

    CREATE INDEX edit_applied ON edit (link_key) WHERE state = 'applied';

    UPDATE link_search SET ${columns.map((column) => `${column} = ${folded(column)}`).join(', ')}
    WHERE ${columns.map(isToFold).join(' OR ')};
  `,
};
