import { expect, test } from 'vitest';
import { declarationForm, reportForm } from '../../shared/model/forms/official-form.ts';
import { Row } from '../../renderer/state/editing/row.svelte.ts';
import { isAnythingOpen, openPoints } from '../../renderer/state/workplace/open-points.ts';
import type { CommentThread } from '../../shared/contract/comment-requests.ts';
import type { Suggestion } from '../../shared/contract/markup-requests.ts';
import { first, initiative } from './sample-report.ts';

const declared = new Row(
  initiative(first, {
    targets: [{ id: 'target1here', measure: '点検の回数', note: null, value: '4回', verdict: null }],
    results: [],
    direction: [],
    outcomes: [],
  }),
);
const thread = (parts: Partial<CommentThread>): CommentThread => ({
  id: 'thread1here',
  initiative: first,
  field: null,
  quote: null,
  resolved: false,
  comments: [],
  ...parts,
});
const mark = (state: Suggestion['state'], kind: Suggestion['kind']) => ({ state, kind }) as Suggestion;

test('what is missing is asked by the form of the document that goes out', () => {
  expect(isAnythingOpen(openPoints([declared], declarationForm, [], []))).toBe(false);
  const { missing } = openPoints([declared], reportForm, [], []);
  expect(missing.map(({ number, part }) => [number, 'field' in part ? part.field : part.code])).toEqual([
    [1, 'results'],
    [1, 'direction'],
    [1, 'outcomes'],
  ]);
});

test('a report without rows is not ready, whatever is asked for', () => {
  expect(isAnythingOpen(openPoints([], declarationForm, [], []))).toBe(true);
});

test('open comments count, on the report and on rows that it has; marks until they are decided', () => {
  const threads = [
    thread({}),
    thread({ initiative: null }),
    thread({ resolved: true }),
    thread({ initiative: 'row9gone' }),
  ];
  const marks = [mark('open', 'edit'), mark('open', 'comment'), mark('rejected', 'edit')];
  const points = openPoints([declared], declarationForm, threads, marks);
  expect([points.comments.length, points.marks.length]).toEqual([2, 1]);
  expect(isAnythingOpen(openPoints([declared], declarationForm, [thread({})], []))).toBe(true);
  expect(isAnythingOpen(openPoints([declared], declarationForm, [], marks))).toBe(true);
});
