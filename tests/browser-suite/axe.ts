import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(resolve(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8');

const options: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  // Off by default, for sites that are not there yet.
  rules: { 'target-size': { enabled: true } },
  resultTypes: ['violations'],
};

/**
 * What can differ between two looks at the same elements: everything at the first; then what depends on
 * colours, or on how much room there is.
 */
const asked = {
  everything: options,
  colours: { ...options, runOnly: ['color-contrast', 'link-in-text-block'] },
  room: { ...options, runOnly: ['target-size', 'scrollable-region-focusable'] },
} as const;

/** How a person may have set their system: each changes colours, and none may cost anybody anything. */
export const appearances = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  'forced colours': { colorScheme: 'dark', forcedColors: 'active' },
} as const;
export type Appearance = keyof typeof appearances;

/** What axe has against the page as it stands, a line each; empty when it has nothing. */
export async function complaints(
  page: Page,
  appearance: Appearance,
  about: keyof typeof asked = 'everything',
): Promise<string[]> {
  await page.emulateMedia({ ...appearances[appearance], reducedMotion: 'reduce' });
  // The debugger's way in, which the page's policy has no say in.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const results = await page.evaluate(
    (how) => (window as unknown as { axe: { run(how: unknown): Promise<AxeResults> } }).axe.run(how),
    asked[about] as unknown,
  );
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes
      .map(({ html, any, all }) => {
        const why = [...any, ...all].map(({ message }) => message).join(' ');
        return `${id}: ${help}: ${html.slice(0, 200)} ${why}`.trim();
      })
      // Where a window of another size happens to cut a list off, it is half under a dialog's foot: it scrolls out.
      .filter((complaint) => about !== 'room' || !complaint.includes('partially obscured')),
  );
}

/** What sticks out at the side, when the page can be scrolled sideways; empty when nothing does. */
export function sticksOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.body.querySelectorAll('*')]
      .filter((each) => each.getBoundingClientRect().right > clientWidth + 1)
      .slice(0, 5)
      .map((each) => `${each.tagName} ${each.className} ${(each.textContent ?? '').slice(0, 30)}`);
  });
}
