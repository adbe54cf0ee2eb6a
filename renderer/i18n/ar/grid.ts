export const grid = {
  selectRow: 'تحديد الصف {{row}}',
  selectAll: 'تحديد كل الصفوف المطابقة',
  selectionColumn: 'التحديد',
  headerHint:
    'مفتاح الإدخال للفرز، وShift مع سهم لتغيير العرض، وCtrl مع Shift وسهم لنقل العمود، وAlt مع السهم السفلي لفتح قائمته',
  columnMoved: '{{header}}: العمود {{place, number}} من {{total, number}}',
} as const;
