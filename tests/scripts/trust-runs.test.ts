import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { temporaryFolders } from '../support/temporary-folder.ts';
import rows from '../support/trust-rows.json' with { type: 'json' };
import { trustRuns } from '../support/trust-runs.ts';

const newFolder = temporaryFolders();
afterEach(() => vi.unstubAllEnvs());

const asked = { part: 'save', quick: 3, whole: 500 };
const numbersOf = (runs: Iterable<{ random: { below(end: number): number } }>): number[] =>
  [...runs].map(({ random }) => random.below(1_000_000));

/** Lets `npm run test:trust` run the row here; gives what it wrote down. */
function asTheWholeRow(row: string): () => unknown[] {
  const record = join(newFolder(), 'record.jsonl');
  vi.stubEnv('SENGEN_TRUST', row);
  vi.stubEnv('SENGEN_TRUST_RECORD', record);
  return () =>
    existsSync(record)
      ? readFileSync(record, 'utf8')
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as unknown)
      : [];
}

test('a few runs, the same each time, and written down nowhere, by npm test', () => {
  const written = asTheWholeRow('soak');
  vi.stubEnv('SENGEN_SEED', '7');
  const numbers = numbersOf(trustRuns('kills', asked));
  expect(numbers).toHaveLength(3);
  expect(numbersOf(trustRuns('kills', asked))).toEqual(numbers);
  expect(numbersOf(trustRuns('kills', { ...asked, part: 'undo' }))).not.toEqual(numbers);
  expect(written()).toEqual([]);
});

test('all of them for the row that is tried as a whole, and how many they were', () => {
  const written = asTheWholeRow('kills');
  vi.stubEnv('SENGEN_SEED', '7');
  const numbers = numbersOf(trustRuns('kills', asked));
  expect(new Set(numbers).size).toBe(500);
  expect(written()).toEqual([{ part: 'save', asked: 500, seed: 7, made: 500, faults: 0 }]);
  vi.stubEnv('SENGEN_TRUST_RUN', '123');
  expect(numbersOf(trustRuns('kills', asked))).toEqual([numbers[122]]);
});

test('a loop that is left counts as a failure, and a time that is up as fewer runs', () => {
  const written = asTheWholeRow('kills');
  const said = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const leaving = (): void => {
    for (const { number } of trustRuns('kills', asked)) if (number === 3) throw new Error('lost');
  };
  expect(leaving).toThrow('lost');
  expect(said.mock.calls.join()).toContain('SENGEN_TRUST_RUN=3');
  vi.stubEnv('SENGEN_TRUST_MINUTES', '-1');
  expect(numbersOf(trustRuns('kills', asked))).toEqual([]);
  expect(written()).toMatchObject([
    { made: 2, faults: 1 },
    { made: 0, faults: 0 },
  ]);
});

test('a share is told of the runs that were made, where they were as many as by npm test', () => {
  asTheWholeRow('kills');
  const runs = trustRuns('kills', { ...asked, whole: 5 });
  expect(runs.isTelling).toBe(false);
  for (const { number } of runs) {
    expect(runs).toMatchObject({ made: number - 1, isTelling: number > 3 });
  }
  expect(runs).toMatchObject({ made: 5, isTelling: true });
  vi.stubEnv('SENGEN_TRUST_MINUTES', '-1');
  const late = trustRuns('kills', asked);
  expect(numbersOf(late)).toEqual([]);
  expect(late).toMatchObject({ made: 0, isTelling: false });
});

test('every row names tests that are there, and all rows fit in the time of two processors', () => {
  for (const { tests } of Object.values(rows)) {
    for (const path of tests)
      expect(existsSync(resolve(import.meta.dirname, '../..', path)), path).toBe(true);
  }
  const minutes = (waits: boolean): number =>
    Object.values(rows).reduce((sum, row) => sum + ('waits' in row === waits ? row.minutes : 0), 0);
  expect(minutes(false)).toBeLessThanOrEqual(2 * 70);
  expect(minutes(true)).toBeLessThanOrEqual(70);
});

test('the table of docs/trust.md is the one that its figures give', async () => {
  // Plain scripts have no types.
  const from = (path: string) =>
    import(/* @vite-ignore */ resolve(import.meta.dirname, '../../scripts/trust', path)) as Promise<
      Record<string, (...values: unknown[]) => unknown>
    >;
  const { trustRows } = await from('rows.mjs');
  const { trustTable } = await from('table.mjs');
  const docs = resolve(import.meta.dirname, '../../docs');
  const figures = JSON.parse(readFileSync(join(docs, 'trust-figures.json'), 'utf8')) as unknown;
  const cells = (text: string): string[] =>
    text
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .flatMap((line) => line.split('|').map((cell) => cell.trim().replace(/^-+$/u, '---')));
  const made = trustTable?.(trustRows?.(), figures);
  const page =
    readFileSync(join(docs, 'trust.md'), 'utf8').split('<!-- table')[1]?.split('<!-- end')[0] ?? '';
  expect(cells(page)).toEqual(cells(String(made)));
});
