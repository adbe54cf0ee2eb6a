import { exportColumns, usualCsv, type ExportColumn, type ExportSpec } from './export-spec';

/** What a user decides about the file itself, whatever links go into it. */
export type ExportChoices = Pick<
  ExportSpec,
  'format' | 'columns' | 'language' | 'zone' | 'amounts' | 'csv' | 'xml'
>;

/** Choices the user has saved under a name. */
export interface ExportPreset {
  readonly id: string;
  readonly name: string;
  readonly choices: ExportChoices;
}

/** What was exported last: with these choices, which came from this preset and may have gone on from it. */
export interface LastExport {
  readonly presetId: string;
  readonly choices: ExportChoices;
}

/** Presets everybody has; their names are words of the interface, and nobody can change them. */
export const builtInPresetIds = ['accounting', 'elsewhere', 'print'] as const;
export type BuiltInPresetId = (typeof builtInPresetIds)[number];

export function isBuiltInPreset(id: string): id is BuiltInPresetId {
  return (builtInPresetIds as readonly string[]).includes(id);
}

const ledgerColumns: readonly ExportColumn[] = [
  'reference',
  'linkId',
  'status',
  'amount',
  'currency',
  'customerName',
  'customerEmail',
  'orderText',
  'createdAt',
  'expiresAt',
  'checkedAt',
];

/** As many as fit across a page with room to read. */
const paperColumns: readonly ExportColumn[] = [
  'reference',
  'status',
  'amount',
  'currency',
  'customerName',
  'createdAt',
  'expiresAt',
];

/** The choices of a built-in preset, in the user's language and zone where a person reads the file. */
export function builtInPreset(
  id: BuiltInPresetId,
  { language, zone }: Pick<ExportSpec, 'language' | 'zone'>,
): ExportChoices {
  const usual = { language, zone, amounts: 'major', csv: usualCsv, xml: { values: 'elements' } } as const;
  switch (id) {
    case 'accounting':
      return { ...usual, format: 'xlsx', columns: ledgerColumns };
    case 'elsewhere':
      // Programs look for the same headers every time, and for nothing in front of the first.
      return {
        ...usual,
        ...{ format: 'csv', columns: exportColumns, language: 'en' },
        csv: { ...usualCsv, quotes: 'needed', bom: false },
      };
    case 'print':
      return { ...usual, format: 'pdf', columns: paperColumns };
  }
}

/** True when both make the same file of the same links; what another format would have looked like does not matter. */
export function isSameFile(a: ExportChoices, b: ExportChoices): boolean {
  return keyOf(a) === keyOf(b);
}

function keyOf({ format, columns, language, zone, amounts, csv, xml }: ExportChoices): string {
  const { delimiter, quotes, lineEnd, bom, decimal } = csv;
  const own =
    format === 'csv' ? [delimiter, quotes, lineEnd, bom, decimal] : format === 'xml' ? [xml.values] : [];
  return JSON.stringify([format, columns, language, zone, amounts, own]);
}

/** As many presets as the settings take. */
export const mostPresets = 50;
/** As many characters as the name of a preset takes. */
export const longestPresetName = 60;
