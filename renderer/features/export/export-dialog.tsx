export interface ExportDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Not part of this build yet. */
export function ExportDialog(_props: ExportDialogProps) {
  return null;
}
