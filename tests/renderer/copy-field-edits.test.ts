import { expect, test } from 'vitest';
import { copyFieldEdits } from '../../renderer/state/editing/copy-field-edits.ts';
import { applyEdits } from '../../shared/model/apply-edit.ts';
import type { Initiative } from '../../shared/model/report.ts';
import { first, initiative, report } from './sample-report.ts';

const target = (id: string, measure: string, value: string | null = null) =>
  ({ id, measure, note: null, value, verdict: 'achieved' }) as const;
const outcome = (id: string, statement: string, targets: readonly string[]) => ({
  id,
  statement,
  asOf: null,
  figures: [{ label: null, value: '12本' }],
  targets,
});

const now = initiative(first, {
  targets: [target('now1target', '植える苗木の数', '20本'), target('now2target', '診断の実施')],
  outcomes: [outcome('now1outcome', '植えました。', ['now1target', 'now2target'])],
});
const then = initiative('then1row', {
  title: '桜並木の手入れ',
  plan: ['枝を切ります。'],
  targets: [target('then1target', '植える苗木の数', '10本')],
  outcomes: [outcome('then1outcome', '10本を植えました。', ['then1target'])],
});

function after(field: Parameters<typeof copyFieldEdits>[2]): Initiative {
  const changed = applyEdits(report({ initiatives: [now] }), copyFieldEdits(now, then, field));
  if (!changed.ok) throw new Error('the edits do not fit the row');
  const [row] = changed.value.initiatives;
  if (row === undefined) throw new Error('the row is gone');
  return row;
}

test('texts and paragraphs become those of last year', () => {
  expect(after('title').title).toBe('桜並木の手入れ');
  expect(after('plan').plan).toEqual(['枝を切ります。']);
});

test('targets come with identifiers of their own and without a verdict, and no outcome points nowhere', () => {
  const row = after('targets');
  expect(row.targets).toMatchObject([{ measure: '植える苗木の数', value: '10本', verdict: null }]);
  expect(row.targets[0]?.id).not.toBe('then1target');
  expect(row.outcomes[0]?.targets).toEqual([]);
});

test('outcomes speak of this year’s targets with the same wording', () => {
  const row = after('outcomes');
  expect(row.outcomes).toMatchObject([{ statement: '10本を植えました。', targets: ['now1target'] }]);
});

test('what is the same already takes no step', () => {
  expect(copyFieldEdits(now, now, 'section')).toEqual([]);
  expect(copyFieldEdits(now, now, 'plan')).toEqual([]);
});
