export interface BulkExpiryDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Not part of this build yet. */
export function BulkExpiryDialog(_props: BulkExpiryDialogProps) {
  return null;
}
