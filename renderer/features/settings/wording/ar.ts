export const ar = {
  title: 'الإعدادات',
  language: 'اللغة',
  languages: { en: 'English', ar: 'العربية' },
  theme: 'المظهر',
  themes: { system: 'مثل النظام', light: 'فاتح', dark: 'داكن' },
  density: 'ارتفاع الصفوف',
  densities: { compact: 'متراص', normal: 'عادي', comfortable: 'مريح' },
  zone: 'المنطقة الزمنية',
  zoneHint: 'تُعرض التواريخ وتُدخل وتُصدَّر بتوقيت هذه المنطقة.',
  zoneSearch: 'اكتب اسم مدينة أو منطقة',
  zoneNone: 'لا توجد منطقة زمنية كهذه',
  notSaved: 'تعذر حفظ الإعداد.',
} as const;
