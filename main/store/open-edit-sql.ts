/**
 * SQL: whether the link of a row of `edit` has another edit whose outcome is still open. Two halves, because each has an index
 * of just these edits.
 */
export const linkHasOpenEdit = `(
  EXISTS (
    SELECT 1 FROM edit AS other WHERE other.link_key = edit.link_key AND other.state IN ('queued', 'sending', 'unknown')
  ) OR EXISTS (SELECT 1 FROM edit AS other WHERE other.link_key = edit.link_key AND other.state = 'conflict')
)`;
