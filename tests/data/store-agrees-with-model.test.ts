import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LibraryFile } from '../../main/data/library-file.ts';
import { deedOf } from '../../shared/model/fields/called-now.ts';
import { applyEdits } from '../../shared/model/apply-edit.ts';
import type { Edit } from '../../shared/model/edits.ts';
import type { Report } from '../../shared/model/report.ts';
import { randomEdit } from './random-edit.ts';
import { actor, identifier, newLibrary, reopened, report, valueOf } from './sample-content.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { howMany } from '../support/how-many.ts';

/** The numbers that one action draws its choices from. */
const action = fc.record({
  kind: fc.constantFrom('step', 'step', 'step', 'step', 'stale', 'undo', 'undo', 'redo', 'reopen'),
  edits: fc.array(fc.array(fc.nat(1_000), { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
});

test('whatever is done, undone and redone, the store holds what the model says', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(fc.array(action, { minLength: 1, maxLength: 40 }), (actions) => {
      const path = join(temporaryFolder(), 'a.sengen');
      const walk = startWalk(newLibrary(path));
      try {
        for (const { kind, edits } of actions) {
          if (kind === 'reopen') {
            walk.library.close();
            walk.library = reopened(path);
          } else if (kind === 'step') commitRandom(walk, edits, seen);
          else if (kind === 'stale') commitStale(walk, edits);
          else takeBack(walk, kind);
          compare(walk);
        }
        while (walk.done.length > 0) takeBack(walk, 'undo');
        compare(walk);
        expect(walk.states.at(-1)).toEqual(walk.first);
        while (walk.undone.length > 0) takeBack(walk, 'redo');
        compare(walk);
      } finally {
        walk.library.close();
      }
      checkFile(path, walk);
    }),
    { numRuns: howMany({ usual: 40, long: 120 }) },
  );
  // A walk that never met some kind of edit would prove less than it says.
  // Every kind of edit, and of fields every one of each owner.
  expect([...seen].sort()).toHaveLength(35);
});

/** A report, beside what the plain model makes of the same actions. */
interface Walk {
  library: LibraryFile;
  readonly first: Report;
  /** Every state that the report was in; the last is the present one. */
  readonly states: Report[];
  /** What undo and redo would come to: the state before and the state after. */
  readonly done: [Report, Report][];
  undone: [Report, Report][];
}

function startWalk(library: LibraryFile): Walk {
  const first = report();
  valueOf(library.reports.create(report(), actor));
  valueOf(library.reports.create(first, actor));
  return { library, first, states: [first], done: [], undone: [] };
}

function present(walk: Walk): Report {
  return walk.states.at(-1)!;
}

function commitRandom(walk: Walk, choices: readonly number[][], seen: Set<string>): void {
  const before = present(walk);
  let after = before;
  const edits: Edit[] = [];
  for (const choice of choices) {
    const edit = randomEdit(after, choice);
    edits.push(edit);
    seen.add(deedOf(edit));
    const next = applyEdits(after, [edit]);
    if (!next.ok) break;
    after = next.value;
  }
  const expected = applyEdits(before, edits);
  const accepted = walk.library.reports.commit(before.id, { id: identifier(), edits }, actor);
  if (!expected.ok) {
    expect(accepted).toEqual({
      ok: false,
      failure: { code: 'stale-edit', report: before.id, initiative: expected.failure.initiative },
    });
    return;
  }
  const { history } = valueOf(accepted);
  expect(history.undo?.kinds).toEqual([...new Set(edits.map(deedOf))]);
  expect(history.redo).toBeNull();
  walk.states.push(expected.value);
  walk.done.push([before, expected.value]);
  walk.undone = [];
}

/** Edits made against an earlier state: accepted exactly when the model accepts them. */
function commitStale(walk: Walk, choices: readonly number[][]): void {
  const before = present(walk);
  const earlier = walk.states[choices[0]![0]! % walk.states.length]!;
  const edits = choices.map((choice) => randomEdit(earlier, choice));
  const expected = applyEdits(before, edits);
  const accepted = walk.library.reports.commit(before.id, { id: identifier(), edits }, actor);
  expect(accepted.ok).toBe(expected.ok);
  if (!expected.ok) {
    expect(accepted).toMatchObject({ failure: { initiative: expected.failure.initiative } });
    return;
  }
  walk.states.push(expected.value);
  walk.done.push([before, expected.value]);
  walk.undone = [];
}

function takeBack(walk: Walk, kind: 'undo' | 'redo'): void {
  const [from, to] = kind === 'undo' ? [walk.done, walk.undone] : [walk.undone, walk.done];
  const answer = walk.library.reports[kind](walk.first.id, identifier(), actor);
  const pair = from.pop();
  if (pair === undefined) {
    expect(answer).toEqual({ ok: false, failure: { code: `nothing-to-${kind}` } });
    return;
  }
  const before = present(walk);
  const after = kind === 'undo' ? pair[0] : pair[1];
  const { edits, history } = valueOf(answer);
  // The page applies these edits to what it shows.
  expect(valueOf(applyEdits(before, edits))).toEqual(after);
  to.push(pair);
  walk.states.push(after);
  expect(history.undo === null).toBe(walk.done.length === 0);
  expect(history.redo === null).toBe(walk.undone.length === 0);
}

function compare(walk: Walk): void {
  const stored = valueOf(walk.library.reports.read(walk.first.id));
  expect(stored.report).toEqual(present(walk));
  expect(stored.sequence).toBe(walk.states.length - 1);
  expect(stored.history.undo === null).toBe(walk.done.length === 0);
  expect(stored.history.redo === null).toBe(walk.undone.length === 0);
}

function checkFile(path: string, walk: Walk): void {
  const database = new SqliteDatabase(path, { readonly: true });
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(database.pragma('foreign_key_check')).toEqual([]);
  const positions = database
    .prepare('SELECT position FROM initiatives WHERE report = ? ORDER BY position')
    .pluck()
    .all(walk.first.id);
  expect(positions).toEqual(present(walk).initiatives.map((_, index) => index));
  // No record of a row, target or outcome that is gone stays behind.
  const { initiatives } = present(walk);
  const count = (table: string): unknown =>
    database
      .prepare(
        `SELECT count(*) FROM ${table} t JOIN initiatives i ON i.id = t.initiative WHERE i.report = ?`,
      )
      .pluck()
      .get(walk.first.id);
  expect(count('targets')).toBe(initiatives.flatMap(({ targets }) => targets).length);
  expect(count('outcomes')).toBe(initiatives.flatMap(({ outcomes }) => outcomes).length);
  // The log's definition of what is open, asked of the log directly.
  const open = database
    .prepare(
      `SELECT count(*) FROM steps s WHERE report = ? AND kind <> 'undo'
       AND NOT EXISTS (SELECT 1 FROM steps r WHERE r.reverses = s.number)`,
    )
    .pluck()
    .get(walk.first.id);
  expect(open).toBe(walk.done.length);
  database.close();
}
