/** How a field stands: whether it can be changed, why not, and what is wrong with its value. */
export interface FieldState {
  readonly isDisabled: boolean;
  readonly description?: string;
  readonly error?: string;
}
