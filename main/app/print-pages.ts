import { printOrigin } from './bundled-file';

/** A page that waits to be fetched by the window it was made for. */
export interface OfferedPage {
  readonly url: string;
  /** Takes the page back, if it has not been fetched yet. */
  withdraw(): void;
}

/** Pages to be printed. They are kept in memory only: what they show is encrypted wherever it lies on the disk. */
export interface PrintPages {
  offer(html: string): OfferedPage;
  /** The page at an address, for the first who asks; undefined from then on, and for every other address. */
  take(url: string): string | undefined;
}

/** `newName` makes a name nobody can guess: letters and digits. */
export function createPrintPages(newName: () => string): PrintPages {
  const pages = new Map<string, string>();
  return {
    offer(html) {
      const url = `${printOrigin}/${newName()}.html`;
      pages.set(url, html);
      return { url, withdraw: () => void pages.delete(url) };
    },
    take(url) {
      const html = pages.get(url);
      pages.delete(url);
      return html;
    },
  };
}
