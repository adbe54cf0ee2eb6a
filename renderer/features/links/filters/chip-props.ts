import type { FilterPart } from './filter-parts';

/** What every kind of chip takes. */
export interface ChipProps<Part extends FilterPart> {
  readonly part: Part;
  /** Open from the start: the user has just asked for it. */
  readonly defaultOpen?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
}
