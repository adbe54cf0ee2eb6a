export const status = {
  open: 'مفتوح',
  paid: 'مدفوع',
  closed: 'مغلق',
  expired: 'منتهي الصلاحية',
  unknown: 'غير معروف',
} as const;
