import { describe, expect, test } from 'vitest';
import type { Edit } from '../../shared/model/edits.ts';
import type { WritingStage } from '../../shared/model/report.ts';
import { stageOf, stages } from '../../shared/model/stage.ts';
import { hats, type Hat } from '../../shared/model/states/hats.ts';
import {
  lockOfField,
  refusalOf,
  refusalOfEdits,
  refusalOfTakingBack,
  type States,
} from '../../shared/model/states/refusal.ts';
import {
  rowStates,
  standingIn,
  type ReportStanding,
  type RowStanding,
  type RowState,
} from '../../shared/model/states/standing.ts';
import { stateSentences } from '../../shared/words/state-sentences.ts';
import { invertEdits } from '../../shared/model/invert-edit.ts';

const row = 'row1test';
const everybody: readonly (Hat | null)[] = [null, ...hats];

function states(
  standing: ReportStanding | null = null,
  ofRow: RowStanding | null = null,
  { isSigned = false, writing = 'report' as WritingStage } = {},
): States {
  return {
    isSigned,
    chosen: writing,
    writing: () => writing,
    standing,
    row: () => ofRow,
    isDeclared: (field) => ['title', 'section', 'plan', 'targets', 'xgoal'].includes(field),
  };
}

function write(field: 'plan' | 'results'): Edit {
  return { kind: 'set-field', owner: 'row', initiative: row, field, before: [], after: ['・書きました。'] };
}
function move(before: RowStanding | null, after: RowStanding | null): Edit {
  return { kind: 'set-row-standing', initiative: row, before, after };
}
function report(before: ReportStanding | null, after: ReportStanding | null): Edit {
  return { kind: 'set-report-standing', before, after };
}
function standing(state: RowState): RowStanding | null {
  return standingIn(state, {}, state === 'returned' ? '単位が違います' : undefined);
}
function whoMay(edit: Edit, at: States): readonly (Hat | null)[] {
  return everybody.filter((hat) => refusalOf(edit, at, { hat }) === null);
}

describe('The steps of a row', () => {
  test('are these and no others, and each is of these parts', () => {
    const allowed = rowStates.flatMap((from) =>
      rowStates.flatMap((to) => {
        if (from === to) return [];
        const who = whoMay(move(standing(from), standing(to)), states(null, standing(from)));
        return who.length === 0 ? [] : [`${from} → ${to}: ${who.slice(1).join(', ')}`];
      }),
    );
    expect(allowed).toEqual([
      'draft → handed-in: writer, compiler',
      'handed-in → draft: writer, compiler',
      'handed-in → confirmed: compiler, head',
      'handed-in → returned: compiler, head',
      'confirmed → handed-in: compiler, head',
      'confirmed → returned: compiler, head',
      'returned → handed-in: writer, compiler',
    ]);
  });

  test('do not open what is declared by the way', () => {
    const opened = standingIn('handed-in', { opened: '目標値の誤り' });
    expect(refusalOf(move(null, opened), states({ at: 'writing', declared: true }), { hat: null })).toEqual(
      {
        why: 'no-such-step',
        from: 'draft',
        to: 'handed-in',
      },
    );
  });
});

describe('The steps of a report', () => {
  const standings: readonly (ReportStanding | null)[] = [
    null,
    { at: 'writing', declared: true },
    { at: 'compiling' },
    { at: 'compiling', reason: '数値を確かめてください' },
    { at: 'compiling', declared: true },
    { at: 'review' },
    { at: 'published' },
  ];

  test('are these and no others, and each is of these parts', () => {
    const allowed = new Set<string>();
    for (const writing of ['declaration', 'report'] as const) {
      for (const isSigned of [false, true]) {
        for (const before of standings) {
          for (const after of standings) {
            const at = states(before, null, { isSigned, writing });
            const [from, to] = [before, after].map((each) => stageOf(isSigned, writing, each ?? undefined));
            const who = whoMay(report(before, after), at);
            if (from !== to && who.length > 0) allowed.add(`${from} → ${to}: ${who.slice(1).join(', ')}`);
          }
        }
      }
    }
    expect([...allowed].sort()).toEqual([
      'compiling → report: compiler, head',
      'compiling → review: compiler',
      'declaration → declared: compiler, head',
      'published → signed: compiler, head',
      'report → compiling: compiler, head',
      'review → compiling: compiler, head',
      'signed → declared: compiler, head',
      'signed → published: compiler, head',
    ]);
  });

  test('a publication is taken back, and a report returned, with a reason alone', () => {
    const declared = states({ at: 'writing', declared: true }, null, { writing: 'declaration' });
    const back = report({ at: 'writing', declared: true }, null);
    expect(refusalOf(back, declared, { hat: null })).toEqual({ why: 'reason-missing' });
    const said = report({ at: 'writing', declared: true }, { at: 'writing', reason: '誤って公表した' });
    expect(refusalOf(said, declared, { hat: null })).toBeNull();
    const review = states({ at: 'review' });
    expect(refusalOf(report({ at: 'review' }, { at: 'compiling' }), review, { hat: 'head' })).toEqual({
      why: 'reason-missing',
    });
    const returned = report({ at: 'review' }, { at: 'compiling', reason: 'No.3の数値' });
    expect(refusalOf(returned, review, { hat: 'head' })).toBeNull();
  });

  test('whoever records no publication begins the report at once, as before', () => {
    const begin: Edit = { kind: 'set-stage', before: 'declaration', after: 'report' };
    expect(whoMay(begin, states(null, null, { writing: 'declaration' }))).toEqual(everybody);
    const back: Edit = { kind: 'set-stage', before: 'report', after: 'declaration' };
    expect(whoMay(back, states())).toEqual(everybody);
    expect(whoMay(back, states({ at: 'review' }))).toEqual([]);
  });
});

describe('What is written', () => {
  test('in a report where nobody took a part and no step was made is free, as before', () => {
    for (const field of ['plan', 'results'] as const) {
      expect(refusalOf(write(field), states(), { hat: null })).toBeNull();
      expect(refusalOf(write(field), states(null, standing('handed-in')), { hat: null })).toBeNull();
    }
  });

  test('is locked by where the row and the report stand', () => {
    const why = (at: States, hat: Hat | null) => refusalOf(write('results'), at, { hat })?.why ?? null;
    expect(hats.map((hat) => why(states(), hat))).toEqual([null, null, 'head-suggests']);
    expect(hats.map((hat) => why(states(null, standing('returned')), hat))).toEqual([
      null,
      null,
      'head-suggests',
    ]);
    expect(hats.map((hat) => why(states(null, standing('handed-in')), hat))).toEqual([
      'row-handed-in',
      null,
      'head-suggests',
    ]);
    expect(everybody.map((hat) => why(states(null, standing('confirmed')), hat))).toEqual([
      'row-confirmed',
      'row-confirmed',
      'row-confirmed',
      'head-suggests',
    ]);
    expect(hats.map((hat) => why(states({ at: 'compiling' }), hat))).toEqual([
      'compiling',
      null,
      'head-suggests',
    ]);
    expect(everybody.map((hat) => why(states({ at: 'review' }), hat))).toEqual([
      'in-review',
      'in-review',
      'in-review',
      'head-suggests',
    ]);
    expect(why(states(null, null, { isSigned: true }), null)).toBe('signed');
  });

  test('of a published declaration waits until the row, or all of it, is opened with a reason', () => {
    const declared: ReportStanding = { at: 'writing', declared: true };
    const [alone, opened] = [{ hat: null }, '年度途中の制度改正'];
    expect(refusalOf(write('plan'), states(declared), alone)).toEqual({ why: 'declared' });
    expect(refusalOf(write('results'), states(declared), alone)).toBeNull();
    const verdict = { field: 'targets', part: 'verdict' } as const;
    expect(lockOfField(row, verdict, states(declared), alone)).toBeNull();
    expect(lockOfField(row, { field: 'targets', part: 'xgoal' }, states(declared), alone)).toEqual({
      why: 'declared',
    });
    const open = move(null, { state: 'draft', opened });
    expect(refusalOfEdits([open, write('plan')], states(declared), alone)).toBeNull();
    expect(refusalOf(open, states(), alone)?.why).toBe('no-such-step');
    const remove: Edit = { kind: 'move-initiative', initiative: row, from: 0, to: 1 };
    expect(refusalOf(remove, states(declared), alone)).toEqual({ why: 'declared-rows' });
    expect(refusalOf(remove, states({ ...declared, opened }), alone)).toBeNull();
    expect(refusalOf(report(declared, { ...declared, opened }), states(declared), alone)).toBeNull();
  });

  test('comes in as a draft', () => {
    const initiative = {
      id: row,
      title: '',
      section: '',
      pageBreakBefore: false,
      declarationPageBreakBefore: false,
      plan: [],
      targets: [],
      results: [],
      direction: [],
      outcomes: [],
      standing: { state: 'confirmed' as const },
    };
    const add: Edit = { kind: 'add-initiative', at: 0, initiative };
    expect(refusalOf(add, states(), { hat: null })).toEqual({ why: 'state-brought' });
  });
});

describe('What is taken back', () => {
  test('may lead anywhere that it came from, by whoever could have gone there', () => {
    const confirm = move(standing('handed-in'), standing('confirmed'));
    const back = invertEdits([confirm]);
    const at = states(null, standing('confirmed'));
    const who = everybody.filter((hat) => refusalOfTakingBack(back, at, { hat }) === null);
    expect(who).toEqual([null, 'compiler', 'head']);
    const written = invertEdits([write('results')]);
    expect(everybody.filter((hat) => refusalOfTakingBack(written, at, { hat }) === null)).toEqual([
      null,
      'writer',
      'compiler',
    ]);
  });

  test('is nothing while the report is signed, but for its publication', () => {
    const at = states({ at: 'published' }, null, { isSigned: true });
    expect(refusalOfTakingBack([write('results')], at, { hat: null })?.refusal.why).toBe('signed');
    const unpublish = [report({ at: 'published' }, { at: 'review' })];
    expect(refusalOfTakingBack(unpublish, at, { hat: null })).toBeNull();
    const submitted = [report({ at: 'review' }, { at: 'compiling' })];
    const signed = states({ at: 'review' }, null, { isSigned: true });
    expect(refusalOfTakingBack(submitted, signed, { hat: null })?.refusal.why).toBe('signed');
  });
});

test('every refusal is a sentence that says what to do', () => {
  for (const from of [...stages, ...rowStates]) {
    const { happened, next } = stateSentences({ why: 'no-such-step', from, to: 'review' });
    for (const text of [happened, next]) expect(text).toMatch(/[^。]。$/u);
  }
});
