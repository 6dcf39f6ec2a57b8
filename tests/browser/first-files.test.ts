import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const built = resolve(import.meta.dirname, '../../out/renderer');
const html = readFileSync(join(built, 'index.html'), 'utf8');
const addresses = (pattern: RegExp): string[] =>
  [...html.matchAll(pattern)].map(([, found]) => found ?? '');
const text = (address: string): string => readFileSync(join(built, address), 'utf8');

test('the page sends for its start, its script and its styles, and for nothing else', () => {
  const scripts = addresses(/<script [^>]*src="([^"]+)"/gu);
  expect(scripts.map((address) => address.replace(/-[\w-]+\.js$/u, ''))).toEqual([
    './assets/begin',
    './assets/page',
  ]);
  const links = addresses(/<link [^>]*href="([^"]+)"/gu);
  expect(links.map((address) => address.replace(/-[\w-]+\.css$/u, ''))).toEqual([
    './icon.svg',
    './assets/page',
  ]);
  for (const address of [...scripts, ...links])
    expect(existsSync(join(built, address)), address).toBe(true);
});

test('the start waits for no other file, and is small', () => {
  const [tag = '', begin = ''] = /<script [^>]*src="([^"]*begin[^"]*)"/u.exec(html) ?? [];
  expect(tag).toContain(' async ');
  expect(text(begin)).not.toMatch(/\bimport\b/u);
  expect(text(begin).length).toBeLessThan(8_000);
  expect(text(begin)).toContain('reports.read');
});

test('the page imports its start as it was sent for, so that both know the same requests', () => {
  const [, begin = '', page = ''] = /src="([^"]*begin[^"]*)".*?src="([^"]*page[^"]*)"/su.exec(html) ?? [];
  const imported = [...text(page).matchAll(/(?:from|import)\s*[`"']([^`"']+)[`"'];/gu)].map(
    ([, from]) => from,
  );
  expect(imported).toEqual([begin.replace('./assets/', './')]);
});
