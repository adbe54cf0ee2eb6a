/** The page's direction at an element; the grid mirrors with it. */
export function directionAt(element: Element): 'ltr' | 'rtl' {
  return getComputedStyle(element).direction === 'rtl' ? 'rtl' : 'ltr';
}
