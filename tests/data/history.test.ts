import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { HistoryQuestion } from '../../main/data/log/report-history.ts';
import type { LibraryFile } from '../../main/data/library-file.ts';
import type { HistoryEntry } from '../../shared/contract/history-requests.ts';
import type { Edit } from '../../shared/model/edits.ts';
import type { Report } from '../../shared/model/report.ts';
import type { InitiativeField } from '../../shared/model/fields/built-in-fields.ts';
import {
  actor,
  fullInitiative,
  identifier,
  initiative,
  newLibrary,
  report,
  step,
  target,
  valueOf,
} from './sample-content.ts';
import { temporaryFolder } from './temporary-folder.ts';

let library: LibraryFile;
let content: Report;

beforeEach(() => {
  library = newLibrary(join(temporaryFolder(), 'a.sengen'));
  onTestFinished(() => library.close());
  content = report({ initiatives: [fullInitiative(), initiative()] });
  valueOf(library.reports.create(content, actor));
});

const ask = (question: Partial<HistoryQuestion> = {}) =>
  valueOf(
    library.history({
      report: content.id,
      initiative: null,
      field: null,
      before: null,
      limit: 100,
      ...question,
    }),
  );
const sequences = (entries: readonly HistoryEntry[]) => entries.map(({ sequence }) => sequence);
const commit = (...edits: Edit[]) => valueOf(library.reports.commit(content.id, step(...edits), actor));

const rowOf = (index: number) => content.initiatives[index]!;
const setTitle = (index: number, before: string, after: string): Edit => ({
  kind: 'set-field',
  owner: 'row',
  initiative: rowOf(index).id,
  field: 'title',
  before,
  after,
});
const setPlan = (index: number, after: string[]): Edit => ({
  kind: 'set-field',
  owner: 'row',
  initiative: rowOf(index).id,
  field: 'plan',
  before: rowOf(index).plan,
  after,
});

describe('the history', () => {
  test('of a report lists its steps, newest first, with who, when and what', () => {
    const edit = setTitle(0, rowOf(0).title, '改めた題名');
    commit(edit);
    valueOf(
      library.reports.undo(content.id, identifier(), {
        author: '岬 太郎',
        at: new Date('2027-04-02T00:00:00Z'),
      }),
    );
    valueOf(library.reports.redo(content.id, identifier(), actor));
    expect(ask()).toEqual({
      more: false,
      entries: [
        entry(3, 'redo', edit),
        {
          ...entry(2, 'undo', { ...edit, before: '改めた題名', after: rowOf(0).title } as Edit),
          author: '岬 太郎',
          at: '2027-04-02T00:00:00.000Z',
        },
        entry(1, 'do', edit),
      ],
    });
  });

  test('of a row lists the edits of that row alone', () => {
    const first = setTitle(0, rowOf(0).title, '一');
    const second = setTitle(1, rowOf(1).title, '二');
    commit(first, second);
    commit(setTitle(1, '二', '三'));
    commit({
      kind: 'set-field',
      owner: 'report',
      field: 'headName',
      before: content.headName,
      after: '浜 次郎',
    });
    expect(ask({ initiative: rowOf(0).id }).entries).toEqual([entry(1, 'do', first)]);
    expect(sequences(ask({ initiative: rowOf(1).id }).entries)).toEqual([2, 1]);
    expect(sequences(ask().entries)).toEqual([3, 2, 1]);
    expect(ask({ initiative: 'nowhere1' }).entries).toEqual([]);
  });

  test('of a field lists what touched it, and the row being removed or brought back', () => {
    const row = rowOf(0);
    const added = target();
    commit(setTitle(0, row.title, '一'), setPlan(0, ['計画です。']));
    commit({ kind: 'add-target', initiative: row.id, at: 0, target: added });
    commit({
      kind: 'set-field',
      owner: 'target',
      initiative: row.id,
      target: added.id,
      field: 'measure',
      before: added.measure,
      after: '改めた目標',
    });
    commit({
      kind: 'set-field',
      owner: 'outcome',
      field: 'figures',
      initiative: row.id,
      outcome: row.outcomes[0]!.id,
      before: row.outcomes[0]!.figures,
      after: [],
    });
    const now = valueOf(library.reports.read(content.id)).report.initiatives[0]!;
    commit({ kind: 'remove-initiative', at: 0, initiative: now });
    valueOf(library.reports.undo(content.id, identifier(), actor));
    commit({ kind: 'set-page-break', document: 'report', initiative: row.id, before: false, after: true });

    const of = (field: InitiativeField) => sequences(ask({ initiative: row.id, field }).entries);
    expect(of('title')).toEqual([6, 5, 1]);
    expect(of('section')).toEqual([6, 5]);
    expect(of('plan')).toEqual([6, 5, 1]);
    expect(of('results')).toEqual([6, 5]);
    expect(of('targets')).toEqual([6, 5, 3, 2]);
    expect(of('outcomes')).toEqual([6, 5, 4]);
    expect(ask({ initiative: row.id, field: 'plan' }).entries.at(-1)?.edits).toEqual([
      setPlan(0, ['計画です。']),
    ]);
    expect(sequences(ask({ initiative: row.id }).entries)).toEqual([7, 6, 5, 4, 3, 2, 1]);
  });

  test('comes in pages', () => {
    for (let count = 0; count < 7; count += 1) {
      commit(setTitle(0, count === 0 ? rowOf(0).title : `題${count - 1}`, `題${count}`));
    }
    for (const initiativeId of [null, rowOf(0).id]) {
      const first = ask({ initiative: initiativeId, limit: 3 });
      expect([sequences(first.entries), first.more]).toEqual([[7, 6, 5], true]);
      const second = ask({ initiative: initiativeId, limit: 4, before: 5 });
      expect([sequences(second.entries), second.more]).toEqual([[4, 3, 2, 1], false]);
      expect(ask({ initiative: initiativeId, before: 1 })).toEqual({ entries: [], more: false });
    }
  });

  test('lists the first 200 edits of a large step and counts the rest', () => {
    const row = rowOf(0).id;
    const edits = Array.from({ length: 230 }, (_, count) =>
      setTitle(0, count === 0 ? rowOf(0).title : `題${count - 1}`, `題${count}`),
    );
    commit(...edits, setTitle(1, rowOf(1).title, '別'));
    for (const [question, more] of [
      [{}, 31],
      [{ initiative: row }, 30],
      [{ initiative: row, field: 'title' }, 30],
    ] as const) {
      const [only] = ask(question).entries;
      expect(only?.edits).toEqual(edits.slice(0, 200));
      expect(only?.moreEdits).toBe(more);
    }
  });

  test('of another report is another, and of none is refused', () => {
    const other = report({ fiscalYear: 2025 });
    valueOf(library.reports.create(other, actor));
    commit(setTitle(0, rowOf(0).title, '一'));
    expect(ask({ report: other.id }).entries).toEqual([]);
    expect(ask({ report: other.id, initiative: rowOf(0).id }).entries).toEqual([]);
    expect(
      library.history({ report: 'nowhere1', initiative: null, field: null, before: null, limit: 1 }),
    ).toEqual({ ok: false, failure: { code: 'report-missing', report: 'nowhere1' } });
  });
});

function entry(sequence: number, kind: HistoryEntry['kind'], edit: Edit): HistoryEntry {
  return {
    sequence,
    kind,
    author: '湊町 花子',
    at: '2027-04-01T00:00:00.000Z',
    cause: null,
    edits: [edit],
    moreEdits: 0,
  };
}
