import { expect, test } from 'vitest';
import { rowsGoingOn } from '../../main/domain/rows-going-on.ts';
import { madeUpOfficeForm, madeUpValues } from '../fields/made-up-form.ts';
import type { Initiative } from '../../shared/model/report.ts';

const earlier: Initiative = {
  id: '0000000000000001',
  title: '空き店舗の活用',
  section: '商工課',
  pageBreakBefore: true,
  declarationPageBreakBefore: true,
  plan: ['空き店舗の調査', '出店者への補助'],
  targets: [{ id: '0000000000000002', measure: '出店数', note: '新規', value: '4店', verdict: 'achieved' }],
  results: ['5店が出店'],
  direction: ['駅の北側にも広げる'],
  outcomes: [
    {
      id: '0000000000000003',
      statement: '目標を超えました。',
      asOf: null,
      figures: [{ label: null, value: '5店' }],
      targets: ['0000000000000002'],
    },
  ],
};

const counting = (): (() => string) => {
  let made = 100;
  return () => String((made += 1)).padStart(16, '0');
};

test('names alone: what was planned, aimed at and reached stays with its year', () => {
  expect(rowsGoingOn({ initiatives: [earlier] }, 'names', counting())).toEqual([
    {
      id: '0000000000000101',
      title: '空き店舗の活用',
      section: '商工課',
      pageBreakBefore: false,
      declarationPageBreakBefore: false,
      plan: [],
      targets: [],
      results: [],
      direction: [],
      outcomes: [],
    },
  ]);
});

test('plans too: targets are new ones, not judged yet', () => {
  const [row] = rowsGoingOn({ initiatives: [earlier] }, 'plans', counting());
  expect(row?.plan).toEqual(earlier.plan);
  expect(row?.targets).toEqual([
    { id: '0000000000000102', measure: '出店数', note: '新規', value: '4店', verdict: null },
  ]);
  expect(row?.results).toEqual([]);
  expect(row?.outcomes).toEqual([]);
});

test('plans too: what the form declares in spring goes on, what it reports and what it does not know stays', () => {
  const own = { ...madeUpValues, xunknown: '別の様式の項目' };
  const [row] = rowsGoingOn(
    { initiatives: [{ ...earlier, own }], form: madeUpOfficeForm },
    'plans',
    counting(),
  );
  const { xmeasure, xpartners, xgoals, xbudget, xdue } = madeUpValues;
  expect(row?.own).toEqual({ xmeasure, xpartners, xgoals, xbudget, xdue });
  const [names] = rowsGoingOn(
    { initiatives: [{ ...earlier, own }], form: madeUpOfficeForm },
    'names',
    counting(),
  );
  expect(names).not.toHaveProperty('own');
});
