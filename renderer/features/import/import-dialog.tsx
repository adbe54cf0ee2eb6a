export interface ImportDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Not part of this build yet. */
export function ImportDialog(_props: ImportDialogProps) {
  return null;
}
