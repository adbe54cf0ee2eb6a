/**
 * Makes the wrapper that turns every member the stand-in lacks into an error that names it, so that a gap is never a silent undefined.
 * One closed function, because its source is also injected into pages.
 */
export function makeGuard() {
  // What the language itself asks of any object: promises look for `then`, JSON for `toJSON`, printing for the others.
  const asked = new Set([
    'then',
    'toJSON',
    'constructor',
    'prototype',
    'nodeType',
    'tagName',
    'asymmetricMatch',
    'default',
  ]);
  return function guard<T extends object>(name: string, target: T): T {
    return new Proxy(target, {
      get(object, key) {
        if (typeof key === 'string' && !(key in object) && !asked.has(key)) {
          throw new Error(`[browser-host] ${name}.${key} is not implemented by the stand-in`);
        }
        // Private fields of a class are not reachable through a proxy: accessors and methods of a class run on the target itself.
        const value: unknown = Reflect.get(object, key, object);
        return typeof value === 'function' && !Object.hasOwn(object, key)
          ? (value.bind(object) as unknown)
          : value;
      },
      set: (object, key, value) => Reflect.set(object, key, value, object),
    });
  };
}

export const guard = makeGuard();
