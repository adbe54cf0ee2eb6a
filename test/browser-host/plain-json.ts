/** Electron's own words when a value cannot cross a process boundary. */
export const notCloneable = 'An object could not be cloned.';

/**
 * Makes the check that a value is plain JSON. One closed function, because its source is also injected into pages.
 * The check throws Electron's error and names the place as its cause. A missing value and missing properties pass. It is stricter than
 * Electron on purpose: dates, maps and the like would cross there, but our contract sends plain JSON only.
 */
export function makePlainJsonCheck(message: string) {
  function foreignPart(value: unknown, path: string, above: readonly object[]): string | undefined {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return undefined;
    if (typeof value === 'number') return Number.isFinite(value) ? undefined : `${path} is ${String(value)}`;
    if (typeof value !== 'object') return `${path} is a ${typeof value}`;
    if (above.includes(value)) return `${path} contains itself`;
    if (!Array.isArray(value)) {
      const prototype: unknown = Object.getPrototypeOf(value);
      // Every realm has its own Object.prototype; all of them have no prototype themselves.
      if (prototype !== null && Object.getPrototypeOf(prototype) !== null)
        return `${path} is a class instance`;
    }
    return foreignChild(value, path, [...above, value]);
  }

  function foreignChild(parent: object, path: string, above: readonly object[]): string | undefined {
    const parts: readonly (readonly [string | number, unknown])[] = Array.isArray(parent)
      ? Array.from(parent, (part: unknown, index) => [index, part] as const)
      : Object.entries(parent).filter(([, part]) => part !== undefined);
    for (const [key, part] of parts) {
      const found = foreignPart(part, `${path}.${String(key)}`, above);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  return (value: unknown, what: string): void => {
    const found = value === undefined ? undefined : foreignPart(value, what, []);
    if (found !== undefined) throw new Error(message, { cause: found });
  };
}

export const requirePlainJson = makePlainJsonCheck(notCloneable);
