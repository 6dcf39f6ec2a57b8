import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { AxeResults, ContextObject, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { howMany } from '../support/how-many.ts';
import { lookAround } from './looked-at.ts';

const source = readFileSync(resolve(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8');

const options: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  // Off by default, for sites that are not there yet.
  rules: { 'target-size': { enabled: true } },
  resultTypes: ['violations'],
};

/** Rules that compare elements over the whole page: what was looked at before is half of what they compare. */
const comparing: RunOptions = {
  ...options,
  runOnly: [
    ...['accesskeys', 'duplicate-id-aria', 'heading-order', 'landmark-unique'],
    ...['landmark-no-duplicate-banner', 'landmark-no-duplicate-contentinfo', 'landmark-no-duplicate-main'],
  ],
};

/** Rules that depend on colours: all that another appearance of the same elements can break. */
const colours: RunOptions = { ...options, runOnly: ['color-contrast', 'link-in-text-block'] };

/** How a person may have set their system: each changes colours, and none may cost anybody anything. */
const appearances = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  'forced colours': { colorScheme: 'dark', forcedColors: 'active' },
} as const;

export type Appearance = keyof typeof appearances;

export const everyAppearance = Object.keys(appearances) as readonly Appearance[];

/**
 * Those in which a state of the page is looked at. All colours come from one file of tokens: what dark and forced
 * colours do to them, `npm test` sees on the page that holds every small component, and the long run everywhere.
 */
const usualAppearances = everyAppearance.slice(0, howMany({ usual: 1, long: everyAppearance.length }));

/** Parts that axe has nothing against, by how many appearances it was asked about. */
const knownParts = new Map<number, string[]>();

/**
 * What axe has against the page as it stands, by appearance, a line each; empty when it has nothing. Parts
 * that stood there alike at an earlier call are not looked at again. `seeEach` is called in each appearance.
 */
export async function complaints(
  page: Page,
  among: readonly Appearance[] = usualAppearances,
  seeEach: (appearance: Appearance) => Promise<unknown> = () => Promise.resolve(),
): Promise<Readonly<Record<string, readonly string[]>>> {
  const known = knownParts.get(among.length) ?? [];
  await page.emulateMedia({ ...appearances.light, reducedMotion: 'reduce' });
  // The debugger's way in, which the page's policy has no say in.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const { seen, fresh } = await page.evaluate(lookAround, known);
  const rest = { include: ['html'], exclude: [...seen] };
  const found: Record<string, readonly string[]> = {};
  for (const name of among) {
    await page.emulateMedia(appearances[name]);
    const against = await violations(page, rest, name === 'light' ? options : colours);
    if (name === 'light' && seen.length > 0) {
      against.push(...(await violations(page, { include: ['html'] }, comparing)));
    }
    if (against.length > 0) found[name] = [...new Set(against)];
    await seeEach(name);
  }
  await page.emulateMedia(appearances.light);
  if (Object.keys(found).length === 0) knownParts.set(among.length, [...known, ...fresh]);
  return found;
}

async function violations(page: Page, where: ContextObject, what: RunOptions): Promise<string[]> {
  const { violations } = await page.evaluate(
    ([context, how]) =>
      (window as unknown as { axe: { run(...given: unknown[]): Promise<AxeResults> } }).axe.run(
        context,
        how,
      ),
    [where, what] as unknown[],
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, any, all }) => {
      const why = [...any, ...all].map(({ message }) => message).join(' ');
      return `${id}: ${help}: ${html.slice(0, 200)} ${why}`.trim();
    }),
  );
}

/** What sticks out at the side, when the page can be scrolled sideways; empty when nothing does. */
export function sticksOut(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    // A window that has just got another size is laid out with the next frame.
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.body.querySelectorAll('*')]
      .filter((each) => each.getBoundingClientRect().right > clientWidth + 1)
      .slice(0, 5)
      .map((each) => `${each.tagName} ${each.className} ${(each.textContent ?? '').slice(0, 30)}`);
  });
}
