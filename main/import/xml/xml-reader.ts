import type { RecordReader } from '../record-reader';
import { toldByOwnRoot } from './own-layout';
import { parseXml } from './parse-xml';
import { columnName, readXmlLayout } from './xml-layout';
import { createXmlRows } from './xml-rows';

/** XML with an element for each row: our own exports, and other flat lists, whose rows and columns are found. */
export const xmlReader: RecordReader = {
  async look(file, _asked, signal) {
    const { own } = await readXmlLayout(file.path, signal);
    return {
      shape: {},
      questions: [],
      told: own === undefined ? {} : toldByOwnRoot(own),
      ...(own === undefined ? {} : { isOurs: true }),
    };
  },
  async read(file, _shape, { signal, onRecord }) {
    const layout = await readXmlLayout(file.path, signal);
    if (onRecord({ line: 1, cells: layout.columns.map(columnName), isBroken: false }) === 'stop') return;
    await parseXml({
      path: file.path,
      signal,
      isDone: () => false,
      listener: createXmlRows(layout, onRecord),
    });
  },
};
