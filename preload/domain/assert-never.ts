/** Closes a union at compile time; throws if a value from outside slipped through at run time. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
