import { globSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveComponents } from '../../scripts/components.ts';
import { newWindow } from '../support/test-window.ts';
import { windowSizes } from '../support/window-sizes.ts';
import { complaints, everyAppearance, sticksOut } from './axe.ts';

const renderer = resolve(import.meta.dirname, '../../renderer');

/** Small components know nothing of the program's state; the others are seen on the screens. */
const small = globSync('components/basic/*.svelte', { cwd: renderer })
  .filter(
    (path) =>
      !/from '\.\.\/\.\.\/(?:state|\.\.\/shared\/contract)\//.test(
        readFileSync(join(renderer, path), 'utf8'),
      ),
  )
  .map((path) => basename(path, '.svelte'));

describe('the page of components', () => {
  let served: Awaited<ReturnType<typeof serveComponents>>;
  beforeAll(async () => {
    served = await serveComponents();
  });
  afterAll(async () => {
    await served.close();
  });

  test('shows every small component', () => {
    const shown = globSync('gallery/*.svelte', { cwd: renderer })
      .map((path) => readFileSync(join(renderer, path), 'utf8'))
      .join('\n');

    const inside = ['Field'];
    const missing = small.filter((name) => !shown.includes(`<${name}`) && !inside.includes(name));
    expect(missing).toEqual([]);
    expect(small).toContain('Icon');
    // These ask whether the report is locked, and are shown all the same.
    for (const name of ['Button', 'TextField']) expect(shown).toContain(`<${name}`);
  });

  test.each(windowSizes())(
    'draws them all at $name, each state beside the others, and axe has nothing against any',
    async (size) => {
      const page = await newWindow(size);
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      await page.goto(served.address);
      await page.getByRole('heading', { level: 1, name: '部品の一覧' }).waitFor({ timeout: 120_000 });
      expect(errors).toEqual([]);
      const against = await complaints(page, everyAppearance, (appearance) =>
        page.screenshot({
          path: join(size.pictures, `components-${appearance.replace(' ', '-')}.png`),
          fullPage: true,
        }),
      );
      expect(against).toEqual({});
      const [usual, hovered] = await page
        .getByRole('region', { name: 'Button primary' })
        .getByRole('button')
        .evaluateAll((buttons) =>
          [buttons[1], buttons[3]].map((each) => each && getComputedStyle(each).backgroundColor),
        );
      expect(hovered).not.toBe(usual);
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await sticksOut(page)).toEqual([]);
      await page.context().close();
    },
  );
});
