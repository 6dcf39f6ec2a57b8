import { expect, test } from 'vitest';
import { asideEdit } from '../../renderer/state/editing/aside-edit.ts';
import { typedTexts } from '../../renderer/state/editing/typed-text.ts';
import { restoreEdit } from '../../renderer/state/editing/restore-edit.ts';
import { ReportContent } from '../../renderer/state/editing/report-content.svelte.ts';
import type { Edit } from '../../shared/model/edits.ts';
import { first, initiative, report, second } from './sample-report.ts';

const target = { id: 'target1here', measure: '点検の回数', note: null, value: '4回', verdict: null };
const content = (): ReportContent =>
  new ReportContent(
    report({ initiatives: [initiative(first, { plan: ['今の文です。'], targets: [target] })] }),
  );

test('an old text comes back over whatever stands there now', () => {
  const old: Edit = {
    kind: 'set-field',
    owner: 'row',
    initiative: first,
    field: 'plan',
    before: ['はじめの文です。'],
    after: ['途中の文です。'],
  };
  expect(restoreEdit(old, content())).toEqual({ ...old, before: ['今の文です。'], after: old.before });
});

test('what stands there already is not restored', () => {
  const old: Edit = {
    kind: 'set-field',
    owner: 'row',
    initiative: first,
    field: 'plan',
    before: ['今の文です。'],
    after: ['途中の文です。'],
  };
  expect(restoreEdit(old, content())).toBeNull();
});

test('a removed target comes back once, at a place that there is', () => {
  const gone = { ...target, id: 'target2gone' };
  const old: Edit = { kind: 'remove-target', initiative: first, at: 7, target: gone };
  expect(restoreEdit(old, content())).toEqual({ ...old, kind: 'add-target', at: 1 });
  expect(restoreEdit({ ...old, target }, content())).toBeNull();
});

test('what was changed in a target or a row that is gone has no place to come back to', () => {
  const text = { kind: 'set-field', owner: 'target', field: 'measure', before: '前', after: '後' } as const;
  expect(restoreEdit({ ...text, initiative: first, target: 'target9gone' }, content())).toBeNull();
  expect(restoreEdit({ ...text, initiative: second, target: target.id }, content())).toBeNull();
});

test('a removed row comes back, and the heading too', () => {
  const row = initiative(second);
  const old: Edit = { kind: 'remove-initiative', at: 4, initiative: row };
  expect(restoreEdit(old, content())).toEqual({ ...old, kind: 'add-initiative', at: 1 });
  const heading: Edit = {
    kind: 'set-field',
    owner: 'report',
    field: 'headName',
    before: '森 かなえ',
    after: '',
  };
  expect(restoreEdit(heading, content())).toEqual({
    ...heading,
    before: '水野 あおい',
    after: '森 かなえ',
  });
});

test('what was typed and set aside goes in over what stands there, once', () => {
  const typed: Edit[] = [
    {
      kind: 'set-field',
      owner: 'row',
      initiative: first,
      field: 'plan',
      before: ['はじめの文です。'],
      after: ['自分の文です。'],
    },
    {
      kind: 'set-field',
      owner: 'target',
      initiative: first,
      target: target.id,
      field: 'value',
      before: '3回',
      after: '6回',
    },
    { kind: 'add-initiative', at: 9, initiative: initiative('row3third') },
  ];
  const texts = typedTexts({ id: 'step1here', edits: typed });
  expect(texts.map((text) => asideEdit(text, content()))).toEqual([
    { ...typed[0], before: ['今の文です。'] },
    { ...typed[1], before: '4回' },
    { ...typed[2], at: 1 },
  ]);
  const [own] = typedTexts({
    id: 'step2here',
    edits: [{ ...typed[0], after: ['今の文です。'] } as Edit],
  });
  expect(own === undefined ? undefined : asideEdit(own, content())).toBeNull();
});
