import type { PrintToPDFOptions } from 'electron';

/** Inches, width by height. */
const papers: Readonly<Record<string, readonly [number, number]>> = {
  A0: [33.1, 46.8],
  A1: [23.4, 33.1],
  A2: [16.54, 23.4],
  A3: [11.7, 16.54],
  A4: [8.27, 11.7],
  A5: [5.83, 8.27],
  A6: [4.13, 5.83],
  Letter: [8.5, 11],
  Legal: [8.5, 14],
  Tabloid: [11, 17],
  Ledger: [17, 11],
};

/** Electron's options of printToPDF in the words of the DevTools protocol's Page.printToPDF; lengths are inches in both. */
export function toPdfCommand(options: PrintToPDFOptions): Record<string, unknown> {
  const { pageSize = 'Letter', margins = {}, generateTaggedPDF, generateDocumentOutline, ...same } = options;
  const [paperWidth, paperHeight] =
    typeof pageSize === 'string' ? (papers[pageSize] ?? [8.5, 11]) : [pageSize.width, pageSize.height];
  return {
    ...same,
    paperWidth,
    paperHeight,
    ...(generateTaggedPDF !== undefined && { generateTaggedPDF }),
    ...(generateDocumentOutline !== undefined && { generateDocumentOutline }),
    marginTop: margins.top ?? 0.4,
    marginBottom: margins.bottom ?? 0.4,
    marginLeft: margins.left ?? 0.4,
    marginRight: margins.right ?? 0.4,
  };
}
