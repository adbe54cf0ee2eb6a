/** Tags as they may be sent: 50 pairs, keys of 40 and values of 500 characters (Finix's payout-link page); undefined for others. */
export function tagsOf(value: unknown): Readonly<Record<string, string>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const pairs: [string, string][] = [];
  for (const [key, text] of Object.entries(value)) {
    if (typeof text !== 'string' || [...key].length > 40 || [...text].length > 500) return undefined;
    pairs.push([key, text]);
  }
  return pairs.length > 50 ? undefined : Object.fromEntries(pairs);
}
