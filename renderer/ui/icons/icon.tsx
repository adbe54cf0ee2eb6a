import type { ReactNode } from 'react';

export interface IconProps {
  /** Width and height in CSS pixels; 16 unless told. */
  readonly size?: number;
}

interface DrawingProps extends IconProps {
  readonly children: ReactNode;
  /** Turns with the reading direction. */
  readonly isDirectional?: boolean;
}

/** The sheet all icons are drawn on: 16 units, lines of 1.5 in the colour of the text, hidden from screen readers. */
export function Icon({ size = 16, children, isDirectional = false }: DrawingProps): ReactNode {
  return (
    <svg
      viewBox="0 0 16 16"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
      data-directional={isDirectional || undefined}
    >
      {children}
    </svg>
  );
}
