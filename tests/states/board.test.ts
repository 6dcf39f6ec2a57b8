import { expect, test } from 'vitest';
import { missingParts } from '../../shared/model/completeness.ts';
import { reportForm } from '../../shared/model/forms/official-form.ts';
import { emptyInitiative, type Initiative } from '../../shared/model/report.ts';
import { boardOf, countBy } from '../../shared/model/states/board.ts';
import { daysUntil } from '../../shared/model/states/deadline.ts';
import { nextStep } from '../../shared/model/states/next-step.ts';

function row(id: string, section: string, more: Partial<Initiative> = {}): Initiative {
  return { ...emptyInitiative(id), section, title: `取組${id}`, ...more };
}

const rows = [
  row('row1', '窓口課', { standing: { state: 'handed-in' } }),
  row('row2', '協働課', { standing: { state: 'returned', reason: '単位が違います' } }),
  row('row3', '窓口課', { standing: { state: 'confirmed', opened: '制度改正' } }),
  row('row4', ''),
];
const sections = boardOf({
  rows,
  lacks: (each) => (each.id === 'row3' ? [] : missingParts(each, reportForm)),
  conflicts: countBy(['row2', 'row2', null], (each) => each),
  comments: countBy(['row1'], (each) => each),
});

test('a board has every section once, in the order in which the report names it, with what its rows lack', () => {
  expect(sections.map(({ name, rows: of }) => [name, of.map(({ number }) => number)])).toEqual([
    ['窓口課', [1, 3]],
    ['協働課', [2]],
    ['', [4]],
  ]);
  const [desk, together] = sections;
  expect(desk).toMatchObject({
    counts: { draft: 0, 'handed-in': 1, confirmed: 1, returned: 0 },
    complete: 1,
    comments: 1,
    conflicts: 0,
  });
  expect(desk?.rows[1]).toMatchObject({ opened: '制度改正', missing: [] });
  expect(together).toMatchObject({ conflicts: 2, rows: [{ reason: '単位が違います', state: 'returned' }] });
});

test('what is missing before the next stage is counted, with where to begin', () => {
  const ofReport = { conflicts: 1, comments: 0 };
  expect(nextStep('report', sections, ofReport)).toEqual({
    to: 'compiling',
    missing: [
      { kind: 'returned', count: 1, row: 'row2' },
      { kind: 'not-handed-in', count: 1, row: 'row4' },
      { kind: 'incomplete', count: 3, row: 'row1' },
      { kind: 'conflicts', count: 3, row: 'row2' },
      { kind: 'comments', count: 1, row: 'row1' },
    ],
  });
  const { missing } = nextStep('compiling', sections, ofReport);
  expect(missing).toContainEqual({ kind: 'not-confirmed', count: 1, row: 'row1' });
  expect(nextStep('published', sections, ofReport)).toEqual({ to: null, missing: [] });
});

test('whoever works alone is told of no hand-in', () => {
  const alone = boardOf({
    rows: [row('row1', '窓口課')],
    lacks: () => [],
    conflicts: new Map(),
    comments: new Map(),
  });
  expect(nextStep('report', alone, { conflicts: 0, comments: 0 }).missing).toEqual([]);
});

test.each([
  ['令和9年4月20日', '2027-04-01', 19],
  ['２０２７年４月１日', '2027-04-01', 0],
  ['2027-03-31', '2027-04-01', -1],
  ['4月30日', '2027-04-01', 29],
  ['1月5日', '2026-12-28', 8],
  ['連休明け', '2027-04-01', null],
  ['4月末', '2027-04-01', null],
])('%s from %s is %s days', (deadline, today, days) => {
  expect(daysUntil(deadline, today)).toBe(days);
});
