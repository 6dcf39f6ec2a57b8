import { expect, test } from 'vitest';
import { copyOfRow } from '../../renderer/state/editing/copy-of-row.ts';
import { first, initiative } from './sample-report.ts';

test('a row that says the same has identifiers of its own, and its outcomes speak of its own targets', () => {
  const target = (id: string, measure: string) => ({
    id,
    measure,
    note: null,
    value: null,
    verdict: 'achieved' as const,
  });
  const outcome = {
    statement: '達しました。',
    asOf: '3月末時点',
    figures: [{ label: null, value: '3本' }],
  };
  const row = initiative(first, {
    pageBreakBefore: true,
    declarationPageBreakBefore: true,
    targets: [target('target1aaa', '本数'), target('target2bbb', '苗木')],
    outcomes: [{ id: 'outcome1aa', ...outcome, targets: ['target2bbb'] }],
  });
  const copy = copyOfRow(row);
  const [one, two] = copy.targets;
  expect(new Set([row.id, copy.id, one?.id, two?.id, 'target1aaa', 'target2bbb']).size).toBe(6);
  expect(copy.outcomes[0]?.targets).toEqual([two?.id]);
  expect(copy.outcomes[0]).toMatchObject(outcome);
  expect([copy.pageBreakBefore, copy.declarationPageBreakBefore]).toEqual([false, false]);
  const { id, pageBreakBefore, declarationPageBreakBefore, targets, outcomes } = row;
  const same = { ...copy, id, pageBreakBefore, declarationPageBreakBefore, targets, outcomes };
  expect(same).toEqual(row);
  expect(copy.targets.map(({ measure, verdict }) => [measure, verdict])).toEqual([
    ['本数', 'achieved'],
    ['苗木', 'achieved'],
  ]);
});
