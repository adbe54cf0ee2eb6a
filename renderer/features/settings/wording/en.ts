export const en = {
  title: 'Settings',
  language: 'Language',
  languages: { en: 'English', ar: 'العربية' },
  theme: 'Appearance',
  themes: { system: 'Like the system', light: 'Light', dark: 'Dark' },
  density: 'Row height',
  densities: { compact: 'Compact', normal: 'Normal', comfortable: 'Comfortable' },
  zone: 'Time zone',
  zoneHint: 'Dates are shown, entered and exported in this zone.',
  zoneSearch: 'Type a city or region',
  zoneNone: 'No such time zone',
  notSaved: 'The setting could not be saved.',
} as const;
