/**
 * Writes a JSON value in one way only: properties in the order of their names' UTF-16 units, no spaces, as RFC 8785 has it.
 * Properties that JSON cannot hold are left out, as JSON.stringify does.
 */
export function canonicalJson(value: unknown): string {
  // A first round turns dates, class instances and undefined into what JSON makes of them.
  return write(JSON.parse(JSON.stringify(value ?? null)));
}

function write(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${write(member)}`);
  return `{${members.join(',')}}`;
}
