import type { BulkDraft, DraftPart } from './bulk-draft';
import type { DraftReading } from './use-draft-reading';

/** What the fields of every verb get. */
export interface FieldsProps {
  readonly draft: BulkDraft;
  readonly onChange: (part: DraftPart) => void;
  readonly reading: DraftReading;
  readonly isDisabled: boolean;
}
