import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { trustRuns } from '../support/trust-runs.ts';

/** The program works without a network, and asks for none. */

const runs = trustRuns('network', { quick: 2, whole: 2 });
const root = resolve(import.meta.dirname, '../..');

test('the built program goes a whole way in a namespace without a network, and asks nobody but itself', ({
  skip,
}) => {
  const walk = [
    'ip link set lo up && exec "$0" "$@"',
    process.execPath,
    '--disable-warning=ExperimentalWarning',
  ];
  const able = spawnSync('unshare', ['-n', 'ip', 'link', 'set', 'lo', 'up']).status === 0;
  if (!able) {
    runs.skipped('a namespace without a network needs an administrator of Linux (unshare, ip)');
    return skip();
  }
  const program = join(import.meta.dirname, 'walk-without-network.ts');
  const run = spawnSync('unshare', ['-n', 'sh', '-c', ...walk, program], {
    encoding: 'utf8',
    cwd: root,
    env: { ...process.env, SENGEN_ENTRY: 'out/main/sengen.js' },
  });
  expect(run.status, run.stderr).toBe(0);
  const saw = JSON.parse(run.stdout.trim().split('\n').at(-1) ?? '') as Record<string, unknown>;
  expect(saw).toMatchObject({ interfaces: ['lo'], hosts: ['127.0.0.1'], broken: [] });
  expect(saw['requests']).toBeGreaterThan(10);
  expect(saw['exported']).toBeGreaterThan(10_000);
  runs.took();
});

/** What may stand in the bundle though it looks like an address. */
const known = [
  // Names of vocabularies: XML's, Word's, HTML's.
  /^http:\/\/(?:schemas\.openxmlformats\.org|schemas\.microsoft\.com|purl\.org|purl\.oclc\.org|www\.w3\.org)(?:\/|$)/u,
  // The program itself.
  /^http:\/\/127\.0\.0\.1(?:[:/]|$)/u,
  // Texts of errors of two libraries; nothing asks there.
  /^https:\/\/svelte\.dev\/e\/\w+$/u,
  /^https:\/\/answers\.microsoft\.com\/en-us\/msoffice\/forum\/all\/does-word-support-more-than-9-list-levels\//u,
];

/** Addresses in a text, comments of scripts left out. */
function addressesIn(name: string, text: string): string[] {
  const code = /\.[mc]?js$/u.test(name)
    ? text.replaceAll(/\/\*[\s\S]*?\*\//gu, '').replaceAll(/^\s*\/\/.*$/gmu, '')
    : text;
  const found = [...code.matchAll(/\b(?:https?|wss?|ftp):\/\/[^\s"'`<>()\\]+/gu)];
  return found.map(([address]) => address).filter((address) => !known.some((each) => each.test(address)));
}

test('no address stands in what is built', () => {
  const out = join(root, 'out');
  // Not notices/, which are read by persons.
  const texts = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /^(?:main|preload|renderer)[\\/].*\.(?:[mc]?js|html|css|svg|json)$/u.test(name),
  );
  expect(texts.length).toBeGreaterThan(5);
  const found = texts.flatMap((name) =>
    addressesIn(name, readFileSync(join(out, name), 'utf8')).map((address) => `${name}: ${address}`),
  );
  expect(found).toEqual([]);
  // The control: each way to write one down is found.
  for (const address of ['https://example.com/a', 'ws://10.0.0.1', 'http://127.0.0.1.example.com/']) {
    expect(addressesIn('a.js', `fetch("${address}")`)).toEqual([address]);
  }
  runs.took();
});
