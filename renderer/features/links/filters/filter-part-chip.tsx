import type { ReactNode } from 'react';
import type { ChipProps } from './chip-props';
import { DateFilter } from './date-filter';
import { isListField, type FilterPart } from './filter-parts';
import { ListFilter } from './list-filter';
import { NumberFilter } from './number-filter';
import { TextFilter } from './text-filter';

/** The chip, or two, of any part of a filter. */
export function FilterPartChip({ part, ...chip }: ChipProps<FilterPart>): ReactNode {
  if (isListField(part)) return <ListFilter part={part} {...chip} />;
  switch (part) {
    case 'amount':
    case 'attempts':
      return <NumberFilter part={part} {...chip} />;
    case 'expires':
    case 'created':
    case 'checked':
      return <DateFilter part={part} {...chip} />;
    default:
      return <TextFilter part={part} {...chip} />;
  }
}
