export const grid = {
  selectRow: 'تحديد الصف {{row, number}}',
  selectAll: 'تحديد كل الصفوف المطابقة',
  selectionColumn: 'التحديد',
  headerHint: 'مفتاح الإدخال للفرز، وShift مع سهم لتغيير العرض',
} as const;
