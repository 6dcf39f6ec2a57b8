import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editsBetween } from '../../main/domain/edits-between.ts';
import { applyEdits } from '../../shared/model/apply-edit.ts';
import { invertEdits } from '../../shared/model/invert-edit.ts';
import { mergeSheets } from '../../shared/model/merging/merge-sheets.ts';
import { placeKey, rowsOf, sheetOf } from '../../shared/model/merging/sheet.ts';
import { takeIn, type Ground, type HandedIn } from '../../shared/model/merging/take-in.ts';
import * as v from 'valibot';
import {
  initiativeSchema,
  type Initiative,
  type Outcome,
  type Report,
  type Target,
} from '../../shared/model/report.ts';
import { howMany } from '../support/how-many.ts';
import { editedBy, ownFields, someRows } from './edited-rows.ts';
import { brokenLaws, sameState, type Merge, type Rows } from './laws.ts';

const numRuns = howMany({ usual: 560, long: 350_000 });

const heading: Omit<Report, 'initiatives'> = {
  id: 'report00',
  municipality: '汐見市',
  department: '市民部',
  fiscalYear: 2026,
  yearLabel: '令和8年度',
  headPost: '市民部長',
  headName: '',
  stage: null,
};

const merge: Merge = (base, sides) => {
  const { sheet, conflicts } = mergeSheets(sheetOf(base), sides.map(sheetOf), { fields: ownFields });
  return { rows: rowsOf(sheet), conflicts };
};

const sides = fc
  .tuple(someRows, editedBy('xx'), editedBy('yy'), editedBy('zz'))
  .map(([base, x, y, z]) => ({ base, x: x(base), y: y(base), z: z(base) }));

describe('Merging what two sides made of the same rows', () => {
  test('keeps every law, and says what a second merge says', () => {
    fc.assert(
      fc.property(sides, ({ base, x, y }) => {
        expect(brokenLaws(merge, base, x, y)).toEqual([]);
      }),
      { numRuns },
    );
  });

  test.each<[string, Merge, string]>([
    ['the last writer wins', (_base, all) => ({ rows: all.at(-1) ?? [], conflicts: [] }), '5 nothing lost'],
    [
      'what stood there before is not known',
      (_base, all) => merge([], all),
      '1 one side, or the same twice',
    ],
    ['rows are known by their number', byNumber, '9 structure'],
  ])('catches a merge in which %s', (_name, bad, law) => {
    const broken = fc
      .sample(sides, { numRuns: 100, seed: 7 })
      .flatMap(({ base, x, y }) => brokenLaws(bad, base, x, y));
    expect(broken).toContain(law);
  });

  test('commutes with other names of the rows', () => {
    const renamed = (rows: Rows): Rows =>
      JSON.parse(JSON.stringify(rows).replaceAll(/"(row|xx|yy)(\w+)"/g, '"q$1$2"')) as Initiative[];
    fc.assert(
      fc.property(sides, ({ base, x, y }) => {
        const { rows, conflicts } = merge(base, [x, y]);
        const other = merge(renamed(base), [renamed(x), renamed(y)]);
        expect(other.rows).toEqual(renamed(rows));
        expect(other.conflicts).toHaveLength(conflicts.length);
      }),
      { numRuns: numRuns / 4 },
    );
  });
});

describe('Taking in what several hand in', () => {
  const handedIn = (hash: string, rows: Rows, after: readonly string[] = []): HandedIn => ({
    hash,
    rows,
    after,
  });
  const nobody = (base: Rows, ours: Rows): Ground => ({ base, ours, taken: [], settled: new Set() });

  /** Takes in one after the other, as a library does. */
  function taken(
    start: Ground,
    hands: readonly HandedIn[],
  ): { rows: Rows; conflicts: ReturnType<Merge>['conflicts']; ground: Ground } {
    let [ground, rows, conflicts] = [start, start.ours, [] as ReturnType<Merge>['conflicts']];
    for (const hand of hands) {
      const made = takeIn(rows, ground, hand, ownFields);
      if (made === null) continue;
      ({ rows, conflicts } = made);
      ground = { ...ground, taken: [...ground.taken, hand] };
    }
    return { rows, conflicts, ground };
  }

  test('gives the same in any order and however often, and is what all say at once', () => {
    fc.assert(
      fc.property(
        sides,
        fc.constantFrom(0, 1, 2, 3, 4),
        editedBy('oo'),
        ({ base, x, y, z }, turn, ours) => {
          const start = nobody(base, ours(base));
          const hands = [handedIn('1', x), handedIn('2', y), handedIn('3', z)];
          const inOrder = taken(start, hands);
          const order =
            [
              [1, 0, 2],
              [2, 1, 0],
              [0, 2, 1],
              [1, 2, 0, 1],
              [2, 0, 2, 1],
            ][turn] ?? [];
          const other = taken(
            start,
            order.flatMap((at) => hands.slice(at, at + 1)),
          );
          expect(sameState(inOrder, other)).toBe(true);
          // What we added ourselves nobody hands in: it lets what is handed in stand together.
          const all = [start.ours, x, y, z].map(sheetOf);
          const isForeign = (row: string): boolean => row.startsWith('oo');
          const atOnce = mergeSheets(sheetOf(base), all, { fields: ownFields, isForeign });
          expect(sameState(inOrder, { rows: rowsOf(atOnce.sheet), conflicts: atOnce.conflicts })).toBe(
            true,
          );
        },
      ),
      { numRuns },
    );
  });

  test('takes a later hand-in of the same section for what it goes on from, also when they come the wrong way round', () => {
    fc.assert(
      fc.property(sides, editedBy('ww'), ({ base, x, y }, more) => {
        const start = nobody(base, y);
        const [first, second] = [handedIn('1', x), handedIn('2', more(x), ['1'])];
        const inOrder = taken(start, [first, second]);
        expect(sameState(inOrder, taken(start, [second, first]))).toBe(true);
        expect(sameState(inOrder, taken(start, [second]))).toBe(true);
      }),
      { numRuns: numRuns / 4 },
    );
  });

  test('leaves what was written since whole, every row of it as a row is stored', () => {
    fc.assert(
      fc.property(sides, editedBy('ww'), ({ base, x, y }, more) => {
        const first = taken(nobody(base, base), [handedIn('1', x)]);
        const written = more(first.rows);
        const next = takeIn(written, first.ground, handedIn('2', y), ownFields);
        for (const row of next?.rows ?? []) expect(() => v.parse(initiativeSchema, row)).not.toThrow();
        // Targets and outcomes that nobody else knows of are as they were written.
        const known = new Set([base, x, y].flatMap((rows) => rows.flatMap(partsOf)).map(({ id }) => id));
        const own = written.flatMap(partsOf).filter(({ id }) => !known.has(id));
        const left = (next?.rows ?? []).flatMap(partsOf);
        for (const part of own) {
          const stands = left.find(({ id }) => id === part.id);
          if (stands !== undefined) expect(stands).toEqual(part);
        }
      }),
      { numRuns: numRuns / 4 },
    );
  });

  test('leaves what was decided and written since, and goes through from there', () => {
    fc.assert(
      fc.property(sides, editedBy('ww'), ({ base, x, y }, more) => {
        const first = taken(nobody(base, y), [handedIn('1', x)]);
        const settled = new Set(first.conflicts.map(({ place }) => placeKey(place)));
        const ground = { ...first.ground, settled };
        // The same again, and one that goes on from it without a change, raise nothing anew.
        expect(takeIn(first.rows, ground, handedIn('1', x), ownFields)).toBeNull();
        const again = takeIn(first.rows, ground, handedIn('2', x, ['1']), ownFields);
        expect(again).toEqual({ rows: first.rows, conflicts: [], merged: [] });
        // What starts from the settled state meets nothing.
        const next = taken(nobody(first.rows, first.rows), [handedIn('3', more(first.rows))]);
        expect(next).toMatchObject({ rows: more(first.rows), conflicts: [] });
      }),
      { numRuns: numRuns / 4 },
    );
  });

  test('is a step that follows from the rows before, and is taken back whole', () => {
    fc.assert(
      fc.property(sides, ({ base, x, y }) => {
        const { rows } = taken(nobody(base, y), [handedIn('1', x)]);
        const report: Report = { ...heading, initiatives: y };
        const edits = editsBetween(report, { ...report, initiatives: rows });
        const done = applyEdits(report, edits);
        expect(done).toEqual({ ok: true, value: { ...report, initiatives: rows } });
        const undone = applyEdits({ ...report, initiatives: rows }, invertEdits(edits));
        expect(undone).toEqual({ ok: true, value: report });
      }),
      { numRuns: numRuns / 4 },
    );
  });
});

/** A known fault: whoever is second in the list is taken for who was second before. */
function byNumber(base: Rows, all: readonly Rows[]): ReturnType<Merge> {
  const named = (rows: Rows): Rows => rows.map((row, at) => ({ ...row, id: base[at]?.id ?? row.id }));
  return merge(base, all.map(named));
}

function partsOf({ targets, outcomes }: Initiative): readonly (Target | Outcome)[] {
  return [...targets, ...outcomes];
}
