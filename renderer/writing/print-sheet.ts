/**
 * Prints what PrintSheet.svelte draws before the browser takes the page.
 *
 * It is drawn once beforehand: from `window.print()` on, Chromium has paused the page, and a Trusted Types policy
 * may not be called in a paused one. A sheet that is drawn only then, for the first time, would be missing.
 */
export function printSheet(): void {
  window.dispatchEvent(new Event('beforeprint'));
  window.print();
}
