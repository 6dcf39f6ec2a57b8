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

/** How a person may have set their system: each changes colours, and none may cost anybody anything. */
export const appearances = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  'forced colours': { colorScheme: 'dark', forcedColors: 'active' },
} as const;
export type Appearance = keyof typeof appearances;

/** What axe has against the page as it stands, a line each; empty when it has nothing. */
export async function complaints(page: Page, appearance: Appearance): Promise<string[]> {
  await page.emulateMedia({ ...appearances[appearance], reducedMotion: 'reduce' });
  // The debugger's way in, which the page's policy has no say in.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const results = await page.evaluate(
    (how) => (window as unknown as { axe: { run(how: unknown): Promise<AxeResults> } }).axe.run(how),
    options as unknown,
  );
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, any, all }) => {
      const why = [...any, ...all].map(({ message }) => message).join(' ');
      return `${id}: ${help}: ${html.slice(0, 200)} ${why}`.trim();
    }),
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
