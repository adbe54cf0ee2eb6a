/** Not part of this build yet. */
export function JobsStrip() {
  return null;
}
