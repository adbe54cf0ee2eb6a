/** Columns a newcomer does not need: the column chooser brings them. */
export const columnsHiddenAtFirst: readonly string[] = [
  'linkId',
  'customerEmail',
  'createdAt',
  'connection',
  'orderText',
];
