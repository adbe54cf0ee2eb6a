/** How many links a PDF may have: some 1,500 pages. Nobody reads more of them, and a spreadsheet holds them better. */
export const pdfRowLimit = 50_000;
