/** Past these a file is refused as a whole (`import/too-large`): it is not an export of links, or not a sane one. */
export const MAX_FILE_BYTES = 2 * 1024 * 1024 * 1024;
export const MAX_ROWS = 2_000_000;
export const MAX_CELL_CHARS = 10_000;
export const MAX_COLUMNS = 1_000;
/** Elements in elements; a list of rows needs three. */
export const MAX_NESTING = 32;
/** An open quote swallows the rest of a file; a record longer than this is one. */
export const MAX_RECORD_CHARS = 1024 * 1024;

/** How many rejected rows the summary carries. */
export const MAX_REJECTED_SHOWN = 100;
/** Offending text is cut to this. */
export const MAX_TEXT_SHOWN = 80;
