export const grid = {
  selectRow: 'Select row {{row, number}}',
  selectAll: 'Select all matching rows',
  selectionColumn: 'Selection',
  headerHint: 'Enter sorts, Shift and an arrow key change the width',
} as const;
