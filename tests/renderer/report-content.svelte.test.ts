import { expect, test } from 'vitest';
import { ReportContent } from '../../renderer/state/editing/report-content.svelte.ts';
import { moveEdits, removeEdits } from '../../renderer/state/editing/row-moves.ts';
import type { Edit } from '../../shared/model/edits.ts';
import { applyEdits } from '../../shared/model/apply-edit.ts';
import { initiative, report } from './sample-report.ts';

const ids = Array.from({ length: 1_500 }, (_, at) => `row${String(at).padStart(5, '0')}`);
const before = report({ initiatives: ids.map((id) => initiative(id)) });
const retitle = (id: string, was: string, title: string): Edit => ({
  kind: 'set-field',
  owner: 'row',
  initiative: id,
  field: 'title',
  before: was,
  after: title,
});

test('many edits show what the model says they make, and rows that stay keep their holders', () => {
  const content = new ReportContent(before);
  const holders = new Map(content.rows.map((row) => [row.id, row]));
  const moved = new Set(ids.filter((_, at) => at % 3 === 0));
  const edits = moveEdits(ids, moved, ids[1] ?? null);
  expect(edits.length).toBeGreaterThan(400);
  content.apply(edits);
  const expected = applyEdits(before, edits);
  expect(content.report()).toEqual(expected.ok ? expected.value : null);
  expect(content.rows.every((row) => row === holders.get(row.id))).toBe(true);

  const now = content.rows.map((row) => row.initiative);
  content.apply(removeEdits(now, new Set(ids.slice(10))));
  expect(content.rows.map(({ id }) => id).toSorted()).toEqual(ids.slice(0, 10));
});

test('edits of several rows together with one of the heading are all shown', () => {
  const content = new ReportContent(before);
  const [first, second] = before.initiatives;
  content.apply([
    retitle(ids[0]!, first!.title, '河川敷の花壇'),
    {
      kind: 'set-field',
      owner: 'report',
      field: 'headName',
      before: before.headName,
      after: '川辺 しずか',
    },
    retitle(ids[1]!, second!.title, '堤防の点検'),
  ]);
  expect(content.heading.headName).toBe('川辺 しずか');
  expect(content.rows.slice(0, 2).map((row) => row.initiative.title)).toEqual([
    '河川敷の花壇',
    '堤防の点検',
  ]);
});

test('with one stale edit among several, none is shown', () => {
  const content = new ReportContent(before);
  const stale = retitle(ids[1]!, 'ほかの題', '堤防の点検');
  expect(() => content.apply([retitle(ids[0]!, before.initiatives[0]!.title, '花壇'), stale])).toThrow(
    'the page made a stale edit',
  );
  expect(content.report()).toEqual(before);
});
