const HIDDEN = '***';

/** From this length on three characters give nothing away and tell support which of two values it was. */
const LENGTH_WITH_TAIL = 12;

/** Hides a text wholly: for what a person chose, where three characters are too many. */
export function hide(): string {
  return HIDDEN;
}

/** Hides a text but for its last three characters: for what a machine made. */
export function hideButTail(text: string): string {
  return text.length < LENGTH_WITH_TAIL ? HIDDEN : HIDDEN + text.slice(-3);
}
