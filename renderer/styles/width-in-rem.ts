/** The window's width in rem: how many full-width characters of the person's text size stand side by side. */
export function widthInRem(): number {
  return innerWidth / parseFloat(getComputedStyle(document.documentElement).fontSize);
}
