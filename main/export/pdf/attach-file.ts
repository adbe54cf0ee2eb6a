import { PDFDict, PDFHexString, PDFName, PDFString, type PDFDocument } from '@cantoo/pdf-lib';
import type { PackedFile } from './pack-file';

/**
 * Puts a file into a document as PDF 1.7 (section 7.11.4) and PDF/A-3 have it: found under the paper clip, and as the data that the
 * document shows. The library's own way would compress it once more, in one go that nothing can come between.
 */
export function attachFile(document: PDFDocument, file: PackedFile): void {
  const { context, catalog } = document;
  const moment = PDFString.fromDate(new Date(file.modifiedAt));
  const content = context.register(
    context.stream(file.packed, {
      Type: 'EmbeddedFile',
      Subtype: file.mimeType,
      Filter: 'FlateDecode',
      Params: { Size: file.size, CreationDate: moment, ModDate: moment },
    }),
  );
  const name = PDFHexString.fromText(file.name);
  const attached = context.register(
    context.obj({
      Type: 'Filespec',
      F: PDFString.of(file.name),
      UF: name,
      EF: { F: content, UF: content },
      AFRelationship: 'Data',
    }),
  );
  const names = catalog.lookupMaybe(PDFName.of('Names'), PDFDict) ?? context.obj({});
  names.set(PDFName.of('EmbeddedFiles'), context.obj({ Names: [name, attached] }));
  catalog.set(PDFName.of('Names'), names);
  catalog.set(PDFName.of('AF'), context.obj([attached]));
  // Chromium's own documents say 1.4, which has no such files.
  catalog.set(PDFName.of('Version'), PDFName.of('1.7'));
}
