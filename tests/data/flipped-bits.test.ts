import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import { beforeAll, expect, test } from 'vitest';
import type { Examined } from '../../main/data/hashes/prove-record.ts';
import { runToEnd } from '../../main/data/hashes/run-to-end.ts';
import { hashedTables } from '../../main/data/hashes/hashed-tables.ts';
import type { LibraryFile } from '../../main/data/library-file.ts';
import { openLibrary } from '../../main/data/opening/open-library.ts';
import { storeEverything } from './full-library.ts';
import { actor, identifier, now, valueOf } from './sample-content.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { trustRuns, type TrustRun, type TrustRuns } from '../support/trust-runs.ts';

/** Real bits of real files, each chosen by a seed, so that a failure can be run again. */
const inTexts = trustRuns('damage', { part: 'bits of texts', quick: 25, whole: 3_000 });
const anywhere = trustRuns('damage', { part: 'bits anywhere', quick: 25, whole: 3_000 });

let sound: Buffer;
let truth: ReadonlyMap<string, string>;
/** Where the texts of the library's records stand in the file. */
let texts: number[];
/** Where a text stands in the pages of a table or an index. */
let placesIn: (tree: string, text: string) => number[];
/** A report, a row and a target of it. */
let names: { readonly report: string; readonly row: string; readonly target: string };

beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'sengen-bits-'));
  const path = join(folder, 'a.sengen');
  storeEverything(path);
  // So that the log is not what is compared with.
  const library = valueOf(openLibrary(path, now));
  valueOf(library.care.compared(actor.at));
  library.close();
  sound = readFileSync(path);
  const database = new SqliteDatabase(path, { readonly: true });
  truth = recordsOf(database);
  texts = textPlaces(database, sound);
  const pages = database
    .prepare<[], [string, number, number]>('SELECT name, pgoffset, pgsize FROM dbstat')
    .raw()
    .all() as [string, number, number][];
  placesIn = (tree, text) =>
    pages
      .filter(([name]) => name === tree)
      .flatMap(([, from, size]) =>
        occurrences(sound.subarray(from, from + size), Buffer.from(text)).map((at) => from + at),
      );
  names = database
    .prepare(
      `SELECT report, i.id AS row, t.id AS target FROM initiatives i JOIN targets t ON t.initiative = i.id
       WHERE report IN (SELECT report FROM steps) LIMIT 1`,
    )
    .get() as typeof names;
  database.close();
  rmSync(folder, { recursive: true });
});

test('a bit that is flipped in any text is found, and the text given back', inTexts.timeout, () => {
  const outcomes = tally(inTexts, ({ random }) => ({ at: random.of(texts), bit: random.below(8) }));
  console.log(`bits flipped in texts: ${JSON.stringify(outcomes)}`);
  // Text that only an index holds, or that the search index is fed with, is made again from the records.
  if (inTexts.isTelling) expect(outcomes.given).toBeGreaterThan(outcomes.refused);
  expect(outcomes).toMatchObject({ unnoticed: 0, wrong: 0, left: 0 });
});

test('a bit that is flipped anywhere in the file never changes content unnoticed', anywhere.timeout, () => {
  const outcomes = tally(anywhere, ({ random }) => ({
    at: random.between(100, sound.length - 1),
    bit: random.below(8),
  }));
  console.log(`bits flipped anywhere: ${JSON.stringify(outcomes)}`);
  expect(outcomes).toMatchObject({ unnoticed: 0, wrong: 0 });
});

/** Found earlier: each was told and left as it is, although what had stood there could be proved. */
test('what is flipped in names, and in names of hashes, is given back, too', () => {
  const { report, row, target } = names;
  const flips: [string, string, number, number][] = [
    ['record_hashes', `row_order${report}`, 12, 4],
    ['record_hashes', `row_order${report}`, 12, 7],
    ['record_hashes', 'edits5/0', 5, 6],
    ['record_hashes', 'edits5/0', 6, 6],
    ['record_hashes', 'edits5/0', 7, 6],
    ['targets', target, 1, 7],
    ['initiatives', row, 9, 7],
  ];
  const path = join(temporaryFolder(), 'b.sengen');
  const outcomes = flips.map(([tree, text, byte, bit]) => {
    const [at] = placesIn(tree, text);
    const became = at === undefined ? 'not there' : outcomeAt(path, at + byte, bit);
    return [tree, text, byte, bit, became, outcomeOf(path).outcome];
  });
  expect(outcomes).toEqual(flips.map((flip) => [...flip, { outcome: 'given', left: [] }, 'untouched']));
});

/** Found earlier: the program showed a row without the targets that stand in its table, and called the file sound. */
test('a record that an index does not find is found again', () => {
  const { report, row, target } = names;
  const path = join(temporaryFolder(), 'b.sengen');
  const flips = (
    [
      ['initiatives_in_order', report],
      ['sqlite_autoindex_initiatives_1', row],
      ['targets_in_order', row],
      ['outcomes_in_order', row],
      ['sqlite_autoindex_targets_1', target],
      ['edits_of_initiative', row],
      ['outcome_targets_of_target', target],
    ] as const
  ).flatMap(([tree, text]) => placesIn(tree, text).map((at) => ({ tree, at })));
  expect(new Set(flips.map(({ tree }) => tree)).size).toBe(7);
  const became = flips.map(({ tree, at }) => {
    const { outcome } = outcomeAt(path, at + 3, 0);
    return { tree, outcome, missing: missedByIndexes(path) };
  });
  expect(became.flatMap(({ missing }) => missing)).toEqual([]);
  // Some keep the library from being opened, and are mended then; some entries are left over from before.
  expect(new Set(became.map(({ outcome }) => outcome))).toEqual(new Set(['given', 'untouched']));
  const given = became.filter(({ outcome }) => outcome === 'given').map(({ tree }) => tree);
  // Those by which reports are shown are made again before anything is; the log's, in the quiet after that.
  expect(new Set(given)).toEqual(new Set(['edits_of_initiative']));
});

type Outcome = 'refused' | 'untouched' | 'given' | 'left' | 'unnoticed' | 'wrong';

function tally(
  runs: TrustRuns,
  choose: (run: TrustRun) => { readonly at: number; readonly bit: number },
): Record<Outcome, number> {
  const outcomes = { refused: 0, untouched: 0, given: 0, left: 0, unnoticed: 0, wrong: 0 };
  const path = join(temporaryFolder(), 'b.sengen');
  for (const run of runs) {
    const { at, bit } = choose(run);
    const { outcome, left } = outcomeAt(path, at, bit);
    outcomes[outcome] += 1;
    if (['unnoticed', 'wrong', 'left'].includes(outcome)) {
      console.log(
        `run ${run.number}: ${outcome}: byte ${at}, bit ${bit}${left.length > 0 ? `: ${left.join(', ')}` : ''}`,
      );
    }
  }
  return outcomes;
}

/** What becomes of the library with one bit of it flipped. */
function outcomeAt(path: string, at: number, bit: number): ReturnType<typeof outcomeOf> {
  const bytes = Buffer.from(sound);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
  writeFileSync(path, bytes);
  return outcomeOf(path);
}

function outcomeOf(path: string): { readonly outcome: Outcome; readonly left: readonly string[] } {
  const opened = openLibrary(path, now);
  if (!opened.ok) return { outcome: 'refused', left: [] };
  const library = opened.value;
  let examined: Examined[];
  try {
    examined = examine(library);
    valueOf(
      library.care.giveBack(
        examined.flatMap(({ proof }) => proof ?? []),
        identifier,
        actor,
      ),
    );
  } finally {
    library.close();
  }
  const database = new SqliteDatabase(path, { readonly: true });
  try {
    const isTrue = isSameContent(recordsOf(database));
    const left = examined.flatMap(({ misfit: { what, kind, key }, proof }) =>
      proof === null ? [`${what} ${kind} ${key}`] : [],
    );
    const isRead = missedByIndexes(path).length === 0;
    if (!isRead) return { outcome: 'unnoticed', left };
    if (examined.length === 0) return { outcome: isTrue ? 'untouched' : 'unnoticed', left };
    if (left.length > 0) return { outcome: 'left', left };
    return { outcome: isTrue ? 'given' : 'wrong', left };
  } finally {
    database.close();
  }
}

/** What SQLite itself says of records of content that some index does not find. */
function missedByIndexes(path: string): string[] {
  const database = new SqliteDatabase(path, { readonly: true });
  const lines = database.pragma('integrity_check') as { integrity_check: string }[];
  database.close();
  return lines.flatMap(({ integrity_check: line }) =>
    /missing from index (?!\w*search_)/u.test(line) ? [line] : [],
  );
}

function examine(library: LibraryFile): Examined[] {
  const misfits = runToEnd(library.care.look());
  return runToEnd(library.care.prove(misfits, () => []));
}

/** Every record by table and key; what giving back adds (a step, and the count of them) is left out. */
function recordsOf(database: Database): Map<string, string> {
  return new Map(
    hashedTables(database).flatMap(({ name, key, columns, itself }) => {
      const kept = columns.filter((column) => column !== 'sequence' && column !== 'changed_at');
      const values = kept.map((column) => `quote(${column})`).join(" || ',' || ");
      return database
        .prepare<[], [string, string]>(
          `SELECT '${name} ' || ${key.map((column) => `CAST(${column} AS TEXT)`).join(" || '/' || ")}, ${values} FROM ${name} ${itself}`,
        )
        .raw()
        .all() as [string, string][];
    }),
  );
}

function isSameContent(now: ReadonlyMap<string, string>): boolean {
  const steps = (key: string): boolean => /^(steps|edits) /u.test(key);
  return (
    [...truth].every(([key, values]) => now.get(key) === values) &&
    [...now.keys()].every((key) => truth.has(key) || steps(key))
  );
}

/** Bytes of the file that are those of a text of some record. */
function textPlaces(database: Database, file: Buffer): number[] {
  const places = new Set<number>();
  for (const { name, columns } of hashedTables(database)) {
    for (const column of columns) {
      const found = database
        .prepare<[], Buffer>(
          `SELECT CAST(${column} AS BLOB) FROM ${name} WHERE typeof(${column}) = 'text' AND length(${column}) > 2`,
        )
        .pluck()
        .all();
      for (const text of found) {
        for (const at of occurrences(file, text)) {
          for (let byte = 0; byte < text.length; byte += 1) places.add(at + byte);
        }
      }
    }
  }
  return [...places];
}

function occurrences(bytes: Buffer, text: Buffer): number[] {
  const found: number[] = [];
  for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + text.length)) found.push(at);
  return found;
}
