import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { temporaryFolders } from '../support/temporary-folder.ts';

const newFolder = temporaryFolders();
const root = resolve(import.meta.dirname, '../..');

/**
 * A stage whose tests come out as `outcomes` say, one text a run: `passed` or `failed` for each file. Said is what the
 * first run prints besides. Gives what the runner printed and its exit code.
 */
async function ran(
  outcomes: readonly Record<string, string>[],
  said = '',
): Promise<{ text: string; code: number }> {
  const folder = newFolder();
  const results = join(folder, 'results.json');
  const stage = join(folder, 'stage.mjs');
  mkdirSync(join(folder, 'runs'));
  writeFileSync(
    stage,
    `import { readdirSync, writeFileSync } from 'node:fs';
    const runs = ${JSON.stringify(join(folder, 'runs'))};
    const nth = readdirSync(runs).length;
    writeFileSync(runs + '/' + nth, '');
    const files = Object.entries(${JSON.stringify(outcomes)}[nth]);
    const place = process.argv.find((word) => word.startsWith('--outputFile.json=')).slice(18);
    const named = process.argv.filter((word) => word.endsWith('.test.ts'));
    if (nth > 0) console.log('asked again: ' + named.join(' '));
    const count = (state) => files.filter(([, each]) => each === state).length;
    writeFileSync(place, JSON.stringify({
      numFailedTests: count('failed'), numPassedTests: count('passed'), numPendingTests: 0, numTodoTests: 0,
      testResults: files.map(([name, status]) => ({
        name: ${JSON.stringify(`${root}/`)} + name, status, startTime: 0, endTime: 1,
        assertionResults: [{ status, fullName: 'counts', duration: 1, failureMessages: ['expected 1 to be 2'] }],
      })),
    }));
    if (nth === 0) console.log(${JSON.stringify(said)});
    process.exitCode = count('failed') > 0 ? 1 : 0;`,
  );
  const module = (name: string): string =>
    JSON.stringify(pathToFileURL(join(root, 'scripts', 'test', name)).href);
  const child = spawn(process.execPath, [
    ...['--input-type=module', '-e'],
    `import { runAll } from ${module('run-all.mjs')};
    const stage = { name: 'stage', command: [${JSON.stringify(stage)}], results: ${JSON.stringify(results)} };
    process.exitCode = await runAll([[[stage]]], { secondTry: true });`,
  ]);
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => (text += part));
  const [code] = (await once(child, 'close')) as [number];
  return { text, code };
}

test('a test that fails by chance passes by itself, is told by name, and the run is sound', async () => {
  const { text, code } = await ran([
    { 'tests/a.test.ts': 'failed', 'tests/b.test.ts': 'passed' },
    { 'tests/a.test.ts': 'passed' },
  ]);
  expect(code).toBe(0);
  expect(text).toContain('不安定なテスト');
  expect(text).toMatch(/tests\/a\.test\.ts {2}counts\n\s+expected 1 to be 2/u);
  expect(text.trimEnd().endsWith('2 passed, 0 failed')).toBe(true);
});

test('a test that fails again has failed, and stands at the end with what it said', async () => {
  const { text, code } = await ran([
    { 'tests/a.test.ts': 'failed', 'tests/b.test.ts': 'passed' },
    { 'tests/a.test.ts': 'failed' },
  ]);
  expect(code).toBe(1);
  expect(text).toContain('asked again: tests/a.test.ts');
  expect(text).toMatch(/失敗したテスト\(1件\)\n\s+tests\/a\.test\.ts {2}counts\n\s+expected 1 to be 2/u);
  expect(text.trimEnd().endsWith('1 passed, 1 failed')).toBe(true);
});

test('many failing files are no chance: none is tried again', async () => {
  const failing = Object.fromEntries(
    ['a', 'b', 'c', 'd'].map((name) => [`tests/${name}.test.ts`, 'failed']),
  );
  const { text, code } = await ran([failing, failing]);
  expect(code).toBe(1);
  expect(text).not.toContain('2回目');
  expect(text.trimEnd().endsWith('0 passed, 4 failed')).toBe(true);
});

test('an error outside a test is never taken back', async () => {
  const { text, code } = await ran(
    [{ 'tests/a.test.ts': 'failed' }, { 'tests/a.test.ts': 'passed' }],
    '⎯⎯⎯⎯⎯⎯ Unhandled Errors ⎯⎯⎯⎯⎯⎯',
  );
  expect(code).toBe(1);
  expect(text.trimEnd().endsWith('0 passed, 2 failed')).toBe(true);
});
