/** The package's own declaration is out of reach: its `exports` name no types. */
declare module 'better-sqlite3-multiple-ciphers' {
  const Database: new (
    file: string,
    options?: { readonly timeout?: number },
  ) => import('./store-database').StoreDatabase;
  export default Database;
}
