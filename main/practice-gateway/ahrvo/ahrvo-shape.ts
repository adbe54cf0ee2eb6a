/**
 * The shapes a list's page may have. `by-version` is Finix's rule: cursors from version 2022-02-01 on, else offsets. `no-cursor`
 * takes both and tells of neither; `both` tells a cursor that is always null beside a true count.
 */
export const ahrvoShapes = ['by-version', 'cursor', 'offset', 'no-cursor', 'both'] as const;
export type AhrvoShape = (typeof ahrvoShapes)[number];
