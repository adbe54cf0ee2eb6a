import { formatWithOffset } from '#domain/expiry';

/** A zone as it is offered: `Asia/Kuwait` is listed as `Asia / Kuwait` with its present offset, `+03:00`. */
export interface ZoneOption {
  readonly id: string;
  readonly label: string;
  readonly offset: string;
}

/** Zones of the APS markets, offered first. */
const nearZones = [
  'Asia/Kuwait',
  'Asia/Riyadh',
  'Asia/Dubai',
  'Asia/Qatar',
  'Asia/Bahrain',
  'Asia/Muscat',
  'Asia/Amman',
  'Africa/Cairo',
];

/** Every zone this runtime knows: the nearest markets first, then by name. The one in use is always there. */
export function zoneOptions(used: string, now: number): readonly ZoneOption[] {
  const ids = new Set([...nearZones, ...Intl.supportedValuesOf('timeZone'), 'UTC', used]);
  return [...ids].map((id) => ({
    id,
    label: id.replaceAll('_', ' '),
    offset: formatWithOffset(now, id).slice(-6),
  }));
}
