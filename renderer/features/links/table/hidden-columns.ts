/** Columns a newcomer does not need: the column chooser brings them. */
export const columnsHiddenAtFirst: readonly string[] = [
  'customerEmail',
  'createdAt',
  'connection',
  'orderText',
];
