/** Arrows, Home and End go through the entries of a menu or list, round its ends. True when the key was one of them. */
export function walkEntries(event: KeyboardEvent, entries: readonly HTMLElement[]): boolean {
  if (event.altKey || event.ctrlKey || event.metaKey) return false;
  const count = entries.length;
  const at = entries.findIndex((entry) => entry === document.activeElement);
  const to = {
    ArrowDown: (at + 1) % count,
    ArrowUp: (at + count - 1) % count,
    Home: 0,
    End: count - 1,
  }[event.key];
  const next = to === undefined ? undefined : entries[to];
  next?.focus();
  return next !== undefined;
}
