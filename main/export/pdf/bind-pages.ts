import {
  ParseSpeeds,
  PDFDocument,
  PDFName,
  PDFOperator,
  PDFOperatorNames as Op,
  type PDFPage,
} from '@cantoo/pdf-lib';
import type { Instant } from '#domain/instant';
import type { ExportLanguage } from '../wording';
import { attachFile } from './attach-file';
import type { PackedFile } from './pack-file';

/** What a document says of itself to the programs that list, read aloud or archive it. */
export interface DocumentFacts {
  readonly title: string;
  readonly language: ExportLanguage;
  readonly createdAt: Instant;
  readonly version: string;
}

/** The library gives other work of the process its turn after so many objects, reading and writing. */
const objectsPerTurn = ParseSpeeds.Medium;

/** Reads what was printed; other work of the process gets its turn meanwhile. */
export function readPrinted(pdf: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(pdf, { parseSpeed: objectsPerTurn, updateMetadata: false });
}

/** Lays something over a page; marked as no part of the content, so that nobody has it read aloud. */
function layOver(page: PDFPage, draw: () => void): void {
  page.pushOperators(PDFOperator.of(Op.BeginMarkedContent, [PDFName.of('Artifact')]));
  draw();
  page.pushOperators(PDFOperator.of(Op.EndMarkedContent));
}

/** One file made of what was printed in several goes. */
export class BoundPages {
  readonly #document: PDFDocument;

  private constructor(document: PDFDocument) {
    this.#document = document;
  }

  /** Begins with nothing. What is added has no tags: these belong to a document as a whole. */
  static async empty(): Promise<BoundPages> {
    return new BoundPages(await PDFDocument.create({ updateMetadata: false }));
  }

  /** Goes on with a document that is complete, and keeps its tags. */
  static of(document: PDFDocument): BoundPages {
    return new BoundPages(document);
  }

  get count(): number {
    return this.#document.getPageCount();
  }

  /** Adds the first pages of a document. */
  async add(document: PDFDocument, count: number): Promise<void> {
    const pages = await this.#document.copyPages(
      document,
      Array.from({ length: count }, (_, index) => index),
    );
    for (const page of pages) this.#document.addPage(page);
  }

  /** Lays the pages of another document over ours, from one of them on. */
  async stamp(stamps: PDFDocument, from: number): Promise<void> {
    const drawn = await this.#document.embedPages(stamps.getPages());
    const pages = this.#document.getPages();
    for (const [index, stamp] of drawn.entries()) {
      const page = pages[from + index];
      if (page !== undefined) layOver(page, () => page.drawPage(stamp, { x: 0, y: 0 }));
    }
    await this.#document.flush();
  }

  /** Puts a file into the document, for who wants to go on with what is printed. */
  attach(file: PackedFile): void {
    attachFile(this.#document, file);
  }

  async save({ title, language, createdAt, version }: DocumentFacts): Promise<Uint8Array> {
    const document = this.#document;
    const program = `Payment Link Desk ${version}`;
    document.setTitle(title, { showInWindowTitleBar: true });
    document.setCreator(program);
    document.setProducer(program);
    document.setLanguage(language);
    document.setCreationDate(new Date(createdAt));
    document.setModificationDate(new Date(createdAt));
    return document.save({ objectsPerTick: objectsPerTurn, addDefaultPage: false });
  }
}
