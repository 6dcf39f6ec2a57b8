import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

/*
 * Another appearance (dark, larger, a city's own colours) is another set of values in one file, which
 * holds as long as no other file names a value of its own.
 */

const renderer = resolve(import.meta.dirname, '../../renderer');
const tokens = join('styles', 'tokens.css');

const rules = {
  'a colour of its own':
    /#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark)a?\(|(?<![\w-])(?:white|black|red|green|blue|yellow|orange|gray|grey|silver|navy)(?![\w-])/i,
  'a letter size in pixels': /font(?:-size)?:[^;]*\dpx/i,
  'a layer as a number': /z-index:\s*-?\d/,
} as const;

/** The declarations of a style sheet, or of a component's style part. */
function declarations(path: string): string[] {
  const source = readFileSync(join(renderer, path), 'utf8');
  const css = path.endsWith('.svelte')
    ? [...source.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, inside]) => inside ?? '').join('\n')
    : source;
  return css
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .split(/[{};]/)
    .map((part) => part.trim().replaceAll(/\s+/g, ' '))
    .filter((part) => /^[\w-]+\s*:\s*\S/.test(part) && !part.startsWith('@'));
}

const files = globSync('**/*.{svelte,css}', { cwd: renderer }).filter((path) => path !== tokens);

describe.each(Object.entries(rules))('no part of the page names %s', (_name, rule) => {
  test('outside styles/tokens.css', () => {
    const found = files.flatMap((path) =>
      declarations(path)
        .filter((declaration) => rule.test(declaration))
        .map((declaration) => `${path}: ${declaration}`),
    );
    expect(found).toEqual([]);
  });
});

test('every token that is used is one that tokens.css or the file itself defines', () => {
  const defined = (css: string): string[] =>
    [...css.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name ?? '');
  const known = new Set([
    ...defined(readFileSync(join(renderer, tokens), 'utf8')),
    ...defined(
      readFileSync(
        resolve(renderer, '../node_modules/@digital-go-jp/design-tokens/dist/tokens.css'),
        'utf8',
      ),
    ),
    // Set by scripts, or handed down from one component's style to those inside it.
    ...files.flatMap((path) => defined(readFileSync(join(renderer, path), 'utf8'))),
  ]);
  const used = files.flatMap((path) =>
    [...readFileSync(join(renderer, path), 'utf8').matchAll(/var\((--[\w-]+)(,)?/g)]
      .filter(([, , fallback]) => fallback === undefined)
      .map(([, name = '']) => ({ path, name })),
  );
  // `style:--name={…}` and `setProperty('--name', …)` in components.
  const scripted = new Set(
    files.flatMap((path) =>
      [...readFileSync(join(renderer, path), 'utf8').matchAll(/(?:style:|['"`])(--[\w-]+)/g)].map(
        ([, name]) => name,
      ),
    ),
  );
  expect(
    used
      .filter(({ name }) => !known.has(name) && !scripted.has(name))
      .map(({ path, name }) => `${path}: ${name}`),
  ).toEqual([]);
});
