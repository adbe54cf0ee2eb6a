import { escapeXml, escapeXmlAttribute } from '../../export/xml/xml-text';
import type { XmlLayout } from '../xml/xml-layout';
import type { RejectedFormat } from './rejected-format';

interface Node {
  readonly attributes: string[];
  text: string;
  readonly children: Map<string, Node>;
}

const emptyNode = (): Node => ({ attributes: [], text: '', children: new Map() });

function writeNode(name: string, { attributes, text, children }: Node): string {
  const inner = [...children].map(([child, node]) => writeNode(child, node)).join('') + text;
  return `<${[name, ...attributes].join(' ')}>${inner}</${name}>`;
}

/** XML with the elements of the file the rows come from, and in each row a last element `reason`. */
export function createXmlRejected({ rowPath, columns }: XmlLayout): RejectedFormat {
  const wrappers = rowPath.slice(0, -1);
  const rowName = rowPath.at(-1) ?? 'row';

  function place(row: Node, index: number, cell: string): void {
    const column = columns[index];
    if (column === undefined || cell === '') return;
    let node = row;
    for (const step of column.path) {
      const next = node.children.get(step) ?? emptyNode();
      node.children.set(step, next);
      node = next;
    }
    if (column.attribute === undefined) node.text = escapeXml(cell).text;
    else node.attributes.push(`${column.attribute}="${escapeXmlAttribute(cell).text}"`);
  }

  return {
    head: `<?xml version="1.0" encoding="UTF-8"?>\n${wrappers.map((name) => `<${name}>`).join('')}\n`,
    foot: `${wrappers
      .map((name) => `</${name}>`)
      .reverse()
      .join('')}\n`,
    row(cells, reason) {
      const row = emptyNode();
      for (const [index, cell] of cells.entries()) place(row, index, cell);
      row.children.set('reason', { ...emptyNode(), text: escapeXml(reason).text });
      return `  ${writeNode(rowName, row)}\n`;
    },
    encode: (text) => Buffer.from(text, 'utf8'),
  };
}
