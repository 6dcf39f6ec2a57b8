import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdits } from '../../shared/model/apply-edit.ts';
import { initiativeOf, type Edit } from '../../shared/model/edits.ts';
import { invertEdits } from '../../shared/model/invert-edit.ts';
import type { Report } from '../../shared/model/report.ts';
import { writingStageOf } from '../../shared/model/stage.ts';
import { hats, type Hat } from '../../shared/model/states/hats.ts';
import { refusalOfEdits, refusalOfTakingBack, statesOf } from '../../shared/model/states/refusal.ts';
import { reportPlaces, rowStates, standingIn } from '../../shared/model/states/standing.ts';
import { howMany } from '../support/how-many.ts';
import { randomEdit } from './random-edit.ts';
import { actor, identifier, newLibrary, report, valueOf } from './sample-content.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** What somebody tries, in whose part, and the numbers that choose the edits. */
const action = fc.record({
  kind: fc.constantFrom('row', 'row', 'report', 'open', 'write', 'write', 'undo', 'redo'),
  hat: fc.constantFrom<Hat | null>(null, null, ...hats),
  numbers: fc.array(fc.nat(1_000), { minLength: 4, maxLength: 4 }),
});

test('whatever anybody tries, the store takes what the model allows, refuses the rest and holds what was allowed', () => {
  const met = { taken: 0, refused: 0, back: 0 };
  fc.assert(
    fc.property(fc.array(action, { minLength: 10, maxLength: 40 }), (actions) => {
      const library = newLibrary(join(temporaryFolder(), 'a.sengen'));
      try {
        let now = report();
        valueOf(library.reports.create(now, actor));
        const done: { before: Report; edits: readonly Edit[] }[] = [];
        let undone: { before: Report; edits: readonly Edit[] }[] = [];
        for (const { kind, hat, numbers } of actions) {
          const who = { ...actor, hat };
          if (kind === 'undo' || kind === 'redo') {
            const last = (kind === 'undo' ? done : undone).at(-1);
            if (last === undefined) continue;
            const edits = kind === 'undo' ? invertEdits(last.edits) : last.edits;
            const refused = refusalOfTakingBack(edits, statesIn(now), { hat });
            const answer = library.reports[kind](now.id, identifier(), who);
            expect(answer.ok).toBe(refused === null);
            if (refused !== null) continue;
            met.back += 1;
            (kind === 'undo' ? undone : done).push(last);
            (kind === 'undo' ? done : undone).pop();
            now = kind === 'undo' ? last.before : valueOf(applyEdits(now, edits));
            continue;
          }
          const edits = [editOf(now, kind, numbers)];
          const refused = refusalOfEdits(edits, statesIn(now), { hat });
          const answer = library.reports.commit(now.id, { id: identifier(), edits }, who);
          if (refused !== null) {
            met.refused += 1;
            expect(answer).toEqual({
              ok: false,
              failure: {
                code: 'state-refused',
                report: now.id,
                initiative: initiativeOf(refused.edit),
                refusal: refused.refusal,
              },
            });
            continue;
          }
          const after = applyEdits(now, edits);
          expect(answer.ok).toBe(after.ok);
          if (!after.ok) continue;
          met.taken += 1;
          done.push({ before: now, edits });
          undone = [];
          now = after.value;
        }
        expect(valueOf(library.reports.read(now.id)).report).toEqual(now);
        expect(library.past.at(now.id, 0)).toEqual(done[0]?.before ?? now);
      } finally {
        library.close();
      }
    }),
    { numRuns: howMany({ usual: 12, long: 200 }) },
  );
  expect(Math.min(met.taken, met.refused, met.back)).toBeGreaterThan(5);
});

function statesIn(now: Report) {
  return statesOf(now, false, {
    row: (id) => now.initiatives.find((row) => row.id === id)?.standing ?? null,
    writing: () => writingStageOf(now.stage, now.initiatives),
  });
}

function editOf(
  now: Report,
  kind: 'row' | 'report' | 'open' | 'write',
  [one = 0, two = 0, three = 0, four = 0]: readonly number[],
): Edit {
  const row = now.initiatives[one % Math.max(now.initiatives.length, 1)];
  if (kind === 'write' || row === undefined) return randomEdit(now, [one, two, three, four]);
  if (kind === 'row') {
    const before = row.standing ?? null;
    const state = rowStates[two % rowStates.length] ?? 'draft';
    const after = standingIn(state, before ?? {}, state === 'returned' ? '単位が違います' : undefined);
    return { kind: 'set-row-standing', initiative: row.id, before, after };
  }
  if (kind === 'open' && two % 2 === 0) {
    const before = row.standing ?? null;
    const after = { state: 'draft' as const, ...before, opened: '制度が変わった' };
    return { kind: 'set-row-standing', initiative: row.id, before, after };
  }
  const before = now.standing ?? null;
  const at = reportPlaces[two % reportPlaces.length] ?? 'writing';
  const declared = three % 3 > 0 ? { declared: true as const } : {};
  const reason = four % 3 === 0 ? { reason: '確かめてください' } : {};
  const opened = kind === 'open' && three % 3 > 0 ? { opened: '組織が変わった' } : {};
  const isNull = at === 'writing' && three % 3 === 0 && four % 3 > 0;
  return {
    kind: 'set-report-standing',
    before,
    after: isNull ? null : { at, ...declared, ...reason, ...opened },
  };
}
