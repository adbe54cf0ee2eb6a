/** The part of WebAssembly's interface that is used here: TypeScript declares it with the DOM, Node has it without. */
declare namespace WebAssembly {
  type Module = object;
  const Module: new (bytes: Uint8Array) => Module;
  interface Instance {
    readonly exports: Readonly<Record<string, unknown>>;
  }
  const Instance: new (module: Module) => Instance;
  interface Memory {
    readonly buffer: ArrayBuffer;
    /** By pages of 64 KiB. @throws RangeError when there is no more */
    grow(pages: number): number;
  }
}
