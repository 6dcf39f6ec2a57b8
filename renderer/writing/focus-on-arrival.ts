/** Takes the focus when the element appears: for the heading of a new screen. */
export function focusOnArrival(element: HTMLElement): void {
  element.focus({ preventScroll: true });
}

/**
 * The same, in the frame that first shows the element: for the heading of a large screen.
 *
 * Taking the focus lays the page out. Here that is once, when all of it stands, and not once before.
 * Whatever was focused in the meantime keeps the focus.
 */
export function focusOnceDrawn(element: HTMLElement): () => void {
  const { activeElement } = document;
  const frame = requestAnimationFrame(() => {
    const now = document.activeElement;
    if (now === activeElement || now === document.body) element.focus({ preventScroll: true });
  });
  return () => {
    cancelAnimationFrame(frame);
  };
}
