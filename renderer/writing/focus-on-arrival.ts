/** Takes the focus when the element appears: for the heading of a new screen. */
export function focusOnArrival(element: HTMLElement): void {
  element.focus({ preventScroll: true });
}
