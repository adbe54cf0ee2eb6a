/** WebAssembly text, translated by the build (`build/vite/wat.mjs`): the module's bytes. */
declare module '*.wat' {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}
