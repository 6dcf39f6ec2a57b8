const controls =
  'a[href], button:not(:disabled), input:not(:disabled, [type="hidden"]), select:not(:disabled), textarea:not(:disabled), summary, [tabindex]';

/** The first control that Tab would reach within the parts of an element; the checked one of a choice. */
export function controlIn(element: Element, parts: string): HTMLElement | null {
  for (const part of element.querySelectorAll(parts)) {
    const found = [part, ...part.querySelectorAll(controls)].filter(
      (each): each is HTMLElement =>
        each instanceof HTMLElement &&
        each.matches(controls) &&
        each.tabIndex >= 0 &&
        each.checkVisibility(),
    );
    const [first] = found;
    if (first === undefined) continue;
    if (!(first instanceof HTMLInputElement) || first.type !== 'radio') return first;
    const checked = found.find(
      (each) => each instanceof HTMLInputElement && each.name === first.name && each.checked,
    );
    return checked ?? first;
  }
  return null;
}
