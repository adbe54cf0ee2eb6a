export const grid = {
  selectRow: 'Select row {{row}}',
  selectAll: 'Select all matching rows',
  selectionColumn: 'Selection',
  headerHint:
    'Enter sorts, Shift with an arrow key changes the width, Control and Shift with an arrow key move the column, Alt and down arrow open its menu',
  columnMoved: '{{header}}: column {{place, number}} of {{total, number}}',
} as const;
