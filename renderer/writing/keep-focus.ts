/** Gives a focus that went with its element to the heading of what is on show. */
export function keepFocus(): void {
  if (document.activeElement !== document.body) return;
  const heading = document.querySelector<HTMLElement>('#place-heading, h1[tabindex]');
  heading?.focus({ preventScroll: true });
}
