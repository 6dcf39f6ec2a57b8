import { afterEach, expect, test } from 'vitest';
import { isBehindFocus, nextMissing, type Standing } from '../../renderer/state/workplace/next-missing.ts';
import { reportForm } from '../../shared/model/forms/official-form.ts';
import { emptyInitiative } from '../../shared/model/report.ts';
import { missingWords } from '../../shared/words/missing-words.ts';
import { first, initiative, second } from './sample-report.ts';

const written = {
  results: ['切りました。'],
  direction: ['続けます。'],
  targets: [{ id: 'target1aaa', measure: '本数', note: null, value: '3本', verdict: null }],
  outcomes: [{ id: 'outcome1aa', statement: '達しました。', asOf: null, figures: [], targets: [] }],
};
const rows = [
  initiative(first, { ...written, section: '', results: [] }),
  initiative(second, written),
  emptyInitiative('row3third1'),
];

afterEach(() => document.body.replaceChildren());

const from = (change: Partial<Standing>): Standing => ({
  row: 0,
  field: null,
  isBehind: () => true,
  ...change,
});
const found = (standing: Standing): string => {
  const next = nextMissing(rows, reportForm, standing);
  if (next === null) return '';
  return `No.${next.place.row + 1} ${missingWords(next.place.part, reportForm)} ${next.left}${next.wrapped ? ' again' : ''}`;
};

test('leads from where a person is over the rows, and round the end', () => {
  expect(found(from({ row: -1 }))).toBe('No.1 担当課名が未記入 3');
  expect(found(from({ field: 'title' }))).toBe('No.1 担当課名が未記入 3');
  expect(found(from({ field: 'section' }))).toBe('No.1 取組結果が未記入 3');
  expect(found(from({ field: 'results' }))).toBe('No.3 すべての欄が未記入 3');
  expect(found(from({ row: 1, field: 'title' }))).toBe('No.3 すべての欄が未記入 3');
  expect(found(from({ row: 2, field: 'title' }))).toBe('No.1 担当課名が未記入 3 again');
});

test('says when nothing is missing', () => {
  expect(nextMissing([rows[1] ?? emptyInitiative(first)], reportForm, from({}))).toBeNull();
  expect(nextMissing([], reportForm, from({ row: -1 }))).toBeNull();
});

test('within a field goes on behind the caret and behind the focus', () => {
  document.body.innerHTML = '<textarea id="one"></textarea><input id="two" /><input id="three" />';
  const [area, two] = [document.querySelector('textarea'), document.getElementById('two')];
  if (area === null) throw new Error('no area');
  area.value = '一\n\n三\n';
  area.setSelectionRange(2, 2);
  expect(isBehindFocus({ line: 2 }, area)).toBe(false);
  expect(isBehindFocus({ line: 4 }, area)).toBe(true);
  expect(isBehindFocus({ element: 'three' }, two)).toBe(true);
  expect(isBehindFocus({ element: 'two' }, two)).toBe(false);
});
