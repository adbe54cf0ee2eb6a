/** The package's own declaration is out of reach: its `exports` name no types. */
declare module 'better-sqlite3-multiple-ciphers' {
  const Database: new (
    file: string,
    options?: { readonly timeout?: number; readonly readonly?: boolean; readonly fileMustExist?: boolean },
  ) => import('./store-database').StoreDatabase;
  export default Database;
}
