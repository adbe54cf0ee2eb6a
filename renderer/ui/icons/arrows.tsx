import type { ReactNode } from 'react';
import { Icon, type IconProps } from './icon';

// Directions. The horizontal ones turn with the reading direction.

export function IconChevronDown(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <path d="m4.5 6.5 3.5 3.5 3.5-3.5" />
    </Icon>
  );
}

export function IconChevronNext(props: IconProps): ReactNode {
  return (
    <Icon {...props} isDirectional>
      <path d="M6.5 4.5 10 8l-3.5 3.5" />
    </Icon>
  );
}

export function IconChevronPrevious(props: IconProps): ReactNode {
  return (
    <Icon {...props} isDirectional>
      <path d="M9.5 4.5 6 8l3.5 3.5" />
    </Icon>
  );
}
