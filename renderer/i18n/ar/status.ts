export const status = {
  open: 'مفتوح',
  paid: 'مدفوع',
  closed: 'مغلق',
  expired: 'منتهي',
  unknown: 'غير معروف',
} as const;
