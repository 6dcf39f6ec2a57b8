import { execFile, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { temporaryFolders } from '../support/temporary-folder.ts';

const repository = join(import.meta.dirname, '../..');
const scripts = join(repository, 'scripts');
const newFolder = temporaryFolders();
const run = promisify(execFile);

/** Scripts that `npm start` and `npm test` run before there are any packages. */
const early = [
  'start.mjs',
  'test.mjs',
  'test-long.mjs',
  'test-trust.mjs',
  'test-windows.mjs',
  'run.mjs',
  ...modulesIn('set-up'),
  ...modulesIn('windows'),
  ...modulesIn('test'),
  ...modulesIn('trust'),
];

test('what runs before set-up needs no package', () => {
  expect(early.length).toBeGreaterThan(12);
  for (const path of early) {
    const source = readFileSync(join(scripts, path), 'utf8');
    const names = [...source.matchAll(/\b(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
      ([, name]) => name ?? '',
    );
    expect(
      names.filter((name) => !name.startsWith('node:') && !name.startsWith('.')),
      path,
    ).toEqual([]);
  }
});

test('two set-ups at once take turns', async () => {
  const record = join(newFolder(), 'record');
  writeFileSync(record, '');
  const work = (name: string): string => `
    import { appendFileSync } from 'node:fs';
    import { withLock } from ${JSON.stringify(join(scripts, 'set-up/lock.mjs'))};
    await withLock(async () => {
      appendFileSync(${JSON.stringify(record)}, '${name} begins\\n');
      await new Promise((resolve) => setTimeout(resolve, 300));
      appendFileSync(${JSON.stringify(record)}, '${name} ends\\n');
    });`;

  await Promise.all(
    ['a', 'b', 'c'].map((name) => run(process.execPath, ['--input-type=module', '-e', work(name)])),
  );

  const lines = readFileSync(record, 'utf8').trim().split('\n');
  expect(lines).toHaveLength(6);
  for (const [index, line] of lines.entries()) {
    if (index % 2 === 0) expect(lines[index + 1]).toBe(line.replace('begins', 'ends'));
  }
});

test('the lock of a set-up that was killed is free at once', async () => {
  const lock = JSON.stringify(join(scripts, 'set-up/lock.mjs'));
  const held = spawn(process.execPath, [
    ...['--input-type=module', '-e'],
    `import { withLock } from ${lock}; await withLock(() => { console.log('held'); return new Promise(() => setInterval(() => {}, 1e9)); });`,
  ]);
  await new Promise((resolve) => held.stdout.once('data', resolve));
  held.kill('SIGKILL');
  await new Promise((resolve) => held.once('close', resolve));

  const script = `import { withLock } from ${lock}; await withLock(async () => console.log('mine'));`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], {
    timeout: 60_000,
  });

  expect(stdout).toBe('mine\n');
});

const oldNode = await findOldNode();
if (oldNode === null)
  console.warn('skipped: there is no Node older than 22 here to start the command line on');

test.skipIf(oldNode === null || !existsSync(join(repository, 'out/main/sengen.js')))(
  'the command line started on an old Node runs on the one that the program brings',
  async () => {
    const library = join(newFolder(), '古い.sengen');
    const head = [
      '--municipality',
      '海辺市',
      '--department',
      '環境部',
      '--post',
      '環境部長',
      '--name',
      '潮田 みなと',
    ];
    const sengen = join(repository, 'out/main/sengen.js');

    await run(oldNode ?? '', [sengen, 'new', library, ...head, '--fiscal-year', '2025']);
    const { stdout } = await run(oldNode ?? '', [sengen, 'list', library, '--json']);

    expect(JSON.parse(stdout)).toMatchObject([{ department: '環境部', fiscalYear: 2025 }]);
  },
);

function modulesIn(folder: string): string[] {
  return readdirSync(join(scripts, folder)).map((name) => `${folder}/${name}`);
}

async function findOldNode(): Promise<string | null> {
  for (const folder of (process.env['PATH'] ?? '').split(':')) {
    const path = join(folder, 'node');
    if (!existsSync(path)) continue;
    const { stdout } = await run(path, ['-p', 'process.versions.node']);
    if (Number.parseInt(stdout, 10) < 22) return path;
  }
  return null;
}
