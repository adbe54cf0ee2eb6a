/** Everything the interface formats, for one locale. Instants are epoch milliseconds, zones IANA names. */
export interface Formatters {
  readonly locale: string;
  readonly number: (value: number) => string;
  readonly percent: (share: number) => string;
  /** Groups the digits of a plain decimal string (`1234.500`) without ever making it a Number. */
  readonly decimal: (text: string) => string;
  readonly dateTime: (at: number, timeZone: string) => string;
  readonly date: (at: number, timeZone: string) => string;
  readonly time: (at: number, timeZone: string) => string;
  /** The zone's name as people say it, at that instant: `Arabian Standard Time`. */
  readonly zoneName: (at: number, timeZone: string) => string;
  /** `in 3 days`, `5 minutes ago`, in the largest unit that is not zero. */
  readonly relative: (at: number, now: number) => string;
  readonly list: (items: readonly string[]) => string;
  /** A span of time in at most two units: `2 hr, 5 min`. */
  readonly duration: (ms: number) => string;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * dayMs],
  ['month', 30 * dayMs],
  ['week', 7 * dayMs],
  ['day', dayMs],
  ['hour', hourMs],
  ['minute', minuteMs],
  ['second', 1000],
];

const shortDate = { year: 'numeric', month: 'short', day: '2-digit' } as const;
// h23 in every language: 12-hour times are misread in tables.
const shortTime = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** Remembers what a function made for a key; Intl objects are slow to make and a table needs thousands of formats. */
function remember<Made>(make: (key: string) => Made): (key: string) => Made {
  const known = new Map<string, Made>();
  return (key) => {
    const made = known.get(key) ?? make(key);
    known.set(key, made);
    return made;
  };
}

/** Makes the formatters of one locale, such as `localeOf('ar')`. */
export function createFormatters(locale: string): Formatters {
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const list = new Intl.ListFormat(locale);
  const inZone = (options: Intl.DateTimeFormatOptions): ((at: number, timeZone: string) => string) => {
    const formatOf = remember((timeZone) => new Intl.DateTimeFormat(locale, { ...options, timeZone }));
    return (at, timeZone) => formatOf(timeZone).format(at);
  };
  const zone = remember((timeZone) => new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'long' }));
  return {
    locale,
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    decimal: createDecimalFormat(locale),
    dateTime: inZone({ ...shortDate, ...shortTime }),
    date: inZone(shortDate),
    time: inZone(shortTime),
    zoneName: (at, timeZone) =>
      zone(timeZone)
        .formatToParts(at)
        .find((part) => part.type === 'timeZoneName')?.value ?? timeZone,
    relative: (at, now) => {
      const [unit, ms] = steps.find(([, size]) => Math.abs(at - now) >= size) ?? (['second', 1000] as const);
      return relative.format(Math.trunc((at - now) / ms), unit);
    },
    list: (items) => list.format(items),
    duration: createDurationFormat(locale),
  };
}

function createDecimalFormat(locale: string): (text: string) => string {
  const formatOf = remember(
    (places) =>
      new Intl.NumberFormat(locale, {
        minimumFractionDigits: Number(places),
        maximumFractionDigits: Number(places),
      }),
  );
  return (text) => {
    const places = text.split('.')[1]?.length ?? 0;
    // Intl reads a decimal string digit by digit; through a Number it would lose digits beyond 2^53.
    // The cast only tells TypeScript that the text is numeric, which it is by contract.
    return formatOf(String(places)).format(text as `${number}`);
  };
}

function createDurationFormat(locale: string): (ms: number) => string {
  const parts = new Intl.ListFormat(locale, { type: 'unit', style: 'short' });
  const unitOf = remember(
    (unit) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }),
  );
  return (ms) => {
    const seconds = Math.max(0, Math.round(ms / 1000));
    const hours = Math.floor(seconds / 3600);
    const minutes = Math.floor((seconds % 3600) / 60);
    const all = [
      [hours, 'hour'],
      [minutes, 'minute'],
      [seconds % 60, 'second'],
    ] as const;
    const shown = all.filter(([value]) => value > 0).slice(0, 2);
    const texts = (shown.length === 0 ? [[0, 'second'] as const] : shown).map(([value, unit]) =>
      unitOf(unit).format(value),
    );
    return parts.format(texts);
  };
}
