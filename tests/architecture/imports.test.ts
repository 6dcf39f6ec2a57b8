import { globSync, readFileSync } from 'node:fs';
import { dirname, join, posix, resolve, sep } from 'node:path';
import { expect, test } from 'vitest';
import { forbiddenGlobals, rooms } from './rooms.ts';

const root = resolve(import.meta.dirname, '../..');

interface Source {
  readonly path: string;
  readonly text: string;
}

const sources: Source[] = globSync(
  ['{shared,main,renderer}/**/*.{ts,svelte,css}', 'resources/forms/*.json'],
  { cwd: root },
).map((path) => ({ path: path.split(sep).join('/'), text: readFileSync(join(root, path), 'utf8') }));

test('there are sources to look at', () => {
  expect(sources.length).toBeGreaterThan(80);
});

test('every import goes where the table of rooms allows', () => {
  const broken = sources.flatMap((source) =>
    importsOf(source.text).flatMap((target) =>
      objection(source.path, target, !runtimeImportsOf(source.text).includes(target)),
    ),
  );
  expect(broken).toEqual([]);
});

test('no file imports itself through others', () => {
  const edges = new Map(
    sources.map(({ path, text }) => [
      path,
      runtimeImportsOf(text)
        .filter((target) => target.startsWith('.'))
        .map((target) => projectPath(path, target)),
    ]),
  );
  expect(circles(edges)).toEqual([]);
});

test('no room touches what its platform lacks', () => {
  const broken = forbiddenGlobals.flatMap(({ room, names, why }) =>
    sources
      .filter(({ path }) => path.startsWith(`${room}/`) && !path.endsWith('.css'))
      .filter(({ text }) => names.test(withoutComments(text)))
      .map(({ path }) => `${path}: ${why}`),
  );
  expect(broken).toEqual([]);
});

test('transactions that write begin in one place, which moves the mark of the library on', () => {
  const begins = /\.transaction\(|['"`]\s*(?:BEGIN|SAVEPOINT)\b/u;
  const found = sources.filter(
    ({ path, text }) => /^main\/.*\.ts$/u.test(path) && begins.test(withoutComments(text)),
  );
  expect(found.map(({ path }) => path).sort()).toEqual([
    'main/data/commit-mark.ts',
    // Reads alone.
    'main/data/opening/check-content.ts',
    // Only to take the lock.
    'main/data/opening/connection.ts',
    // A copy that has no name yet.
    'main/data/opening/copy-before-migration.ts',
    // What was proved is put right before anything else can write; it moves the mark on itself.
    'main/data/opening/mend-at-opening.ts',
    'main/data/opening/migrate.ts',
    'main/data/opening/move-content.ts',
    // Indexes alone, before anything else can write; it moves the mark on itself.
    'main/data/opening/renew-indexes.ts',
    // A new file that has no name yet.
    'main/data/salvage/write-joined.ts',
    // A part of a transaction that began there.
    'main/data/store-access.ts',
    'main/data/transaction.ts',
  ]);
});

test('every room of the table exists, and every source has a room', () => {
  const inhabited = new Set(sources.map(({ path }) => roomOf(path)));
  expect([...inhabited].sort()).toEqual(Object.keys(rooms).sort());
});

test('the test of imports sees what it must', () => {
  expect(objection('shared/model/x.ts', '../../main/data/opening/open-library.ts')).toHaveLength(1);
  expect(objection('shared/model/x.ts', 'node:fs')).toHaveLength(1);
  expect(objection('main/domain/x.ts', '../../shared/result.ts')).toHaveLength(0);
  expect(objection('main/application/x.ts', 'electron')).toHaveLength(1);
  expect(objection('main/data/x.ts', '../application/ports.ts')).toHaveLength(1);
  expect(objection('renderer/words/x.ts', '../state/page/settings.svelte.ts')).toHaveLength(1);
  expect(objection('renderer/words/x.ts', '../state/page/settings.svelte.ts', true)).toHaveLength(0);
  expect(objection('renderer/writing/x.ts', '../state/page/settings.svelte.ts', true)).toHaveLength(1);
  expect(objection('renderer/x.ts', '../tests/support/must.ts')).toHaveLength(1);
  expect(
    importsOf("import a from 'b';\nexport { c } from \"d\";\nawait import('e');\nimport 'f';"),
  ).toEqual(['b', 'd', 'f', 'e']);
  expect(
    circles(
      new Map([
        ['a', ['b']],
        ['b', ['c']],
        ['c', ['a']],
      ]),
    ),
  ).toHaveLength(1);
});

function objection(path: string, target: string, typesAlone = false): string[] {
  const room = roomOf(path);
  const allowed = room === null ? undefined : rooms[room];
  if (room === null || allowed === undefined) return [`${path} stands in no room`];
  if (target.startsWith('.')) {
    const file = projectPath(path, target);
    if (file.startsWith('node_modules/')) return [];
    const other = roomOf(file);
    const open = typesAlone ? [...allowed.rooms, ...(allowed.types ?? [])] : allowed.rooms;
    const fine = other === room || (other !== null && open.includes(other));
    return fine ? [] : [`${path} imports ${target}`];
  }
  const known = allowed.packages.some((name) =>
    name.endsWith('*') ? target.startsWith(name.slice(0, -1)) : target === name,
  );
  return known ? [] : [`${path} imports ${target}`];
}

function roomOf(path: string): string | null {
  const holding = Object.keys(rooms).filter((room) => path.startsWith(`${room}/`));
  return holding.sort((one, other) => other.length - one.length)[0] ?? null;
}

function projectPath(from: string, target: string): string {
  return posix.normalize(posix.join(dirname(from), target.replace(/\?.*$/, '')));
}

function importsOf(text: string): string[] {
  const code = withoutComments(text);
  const statements = code.matchAll(
    /^\s*(?:import|export|@import)\s+(?:[\w*{},\s$]+?\s+from\s+)?(['"])([^'"\n]+)\1/gm,
  );
  const calls = code.matchAll(/\bimport\(\s*(['"])([^'"\n]+)\1/g);
  return [...statements, ...calls].map((match) => match[2] ?? '');
}

/** Imports that exist when the program runs; `import type` ties no knot. */
function runtimeImportsOf(text: string): string[] {
  return importsOf(text.replaceAll(/\b(?:import|export)\s+type\s[^;]*;/g, ''));
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}

/** Each circle once, as the path around it. */
function circles(edges: ReadonlyMap<string, readonly string[]>): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (node: string, trail: readonly string[]): void => {
    const at = trail.indexOf(node);
    if (at >= 0) {
      found.push([...trail.slice(at), node].join(' -> '));
      return;
    }
    if (done.has(node)) return;
    for (const next of edges.get(node) ?? []) visit(next, [...trail, node]);
    done.add(node);
  };
  for (const node of edges.keys()) visit(node, []);
  return found;
}
