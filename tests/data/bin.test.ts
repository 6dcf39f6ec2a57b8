import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { LibraryFile } from '../../main/data/library-file.ts';
import type { Report } from '../../shared/model/report.ts';
import { actor, identifier, newLibrary, now, report, step, valueOf } from './sample-content.ts';
import { temporaryFolder } from './temporary-folder.ts';

let library: LibraryFile;
let kept: Report;
let removed: Report;

beforeEach(() => {
  library = newLibrary(join(temporaryFolder(), 'a.sengen'));
  onTestFinished(() => library.close());
  kept = report({ fiscalYear: 2025 });
  removed = report({ fiscalYear: 2026 });
  for (const content of [kept, removed]) valueOf(library.reports.create(content, actor));
});

const rename = (content: Report) =>
  step({
    kind: 'set-field',
    owner: 'report',
    field: 'headName',
    before: content.headName,
    after: '浜 次郎',
  });

describe('a report in the bin', () => {
  beforeEach(() => {
    valueOf(library.reports.commit(removed.id, rename(removed), actor));
    valueOf(library.bin.put(removed.id, now()));
  });

  test('is in no list and is not the newest, nor the one of its year', () => {
    expect(library.reports.list().map(({ id }) => id)).toEqual([kept.id]);
    expect(library.reports.newest()).toBe(kept.id);
    expect(library.reports.find(removed)).toBeNull();
  });

  test('can be neither read nor changed nor taken back nor commented on', () => {
    const missing = { ok: false, failure: { code: 'report-missing', report: removed.id } };
    const anchor = { initiative: null, field: null, quote: null };
    const ids = { thread: identifier(), comment: identifier(), text: '見えますか。' };
    expect(library.reports.read(removed.id)).toEqual(missing);
    expect(library.reports.commit(removed.id, rename(removed), actor)).toEqual(missing);
    expect(library.reports.undo(removed.id, identifier(), actor)).toEqual(missing);
    expect(library.reports.redo(removed.id, identifier(), actor)).toEqual(missing);
    expect(library.bin.put(removed.id, now())).toEqual(missing);
    expect(library.comments.list(removed.id)).toEqual(missing);
    expect(library.comments.start(removed.id, anchor, ids, actor)).toEqual(missing);
    expect(
      library.history({ report: removed.id, initiative: null, field: null, before: null, limit: 10 }),
    ).toEqual(missing);
  });

  test('still owns its identifiers', () => {
    expect(library.reports.has(removed.id)).toBe(true);
    const [row] = removed.initiatives;
    expect(library.reports.identifiersInUse([row!.id], null)).toEqual([row!.id]);
  });

  test('comes before those that were removed before it, though the clock was set back meanwhile', () => {
    valueOf(library.bin.put(kept.id, new Date('2020-01-01T00:00:00Z')));
    expect(library.bin.list().map(({ id }) => id)).toEqual([kept.id, removed.id]);
    valueOf(library.bin.takeOut(removed.id));
    valueOf(library.bin.put(removed.id, new Date('2019-01-01T00:00:00Z')));
    expect(library.bin.list().map(({ id }) => id)).toEqual([removed.id, kept.id]);
  });

  test('is listed with the time of its removal, the latest first', () => {
    valueOf(library.bin.put(kept.id, new Date('2027-04-02T00:00:00Z')));
    expect(library.bin.list()).toMatchObject([
      { id: kept.id, removedAt: '2027-04-02T00:00:00.000Z', rows: 2 },
      { id: removed.id, removedAt: '2027-03-31T23:30:00.000Z', fiscalYear: 2026, rows: 2 },
    ]);
    expect(library.reports.newest()).toBeNull();
  });

  test('comes back whole, and what was done to it can be taken back', () => {
    valueOf(library.bin.takeOut(removed.id));
    expect(library.bin.list()).toEqual([]);
    expect(valueOf(library.reports.read(removed.id)).report).toEqual({ ...removed, headName: '浜 次郎' });
    valueOf(library.reports.undo(removed.id, identifier(), actor));
    expect(valueOf(library.reports.read(removed.id)).report).toEqual(removed);
  });
});

test('taking out a report that is not in the bin changes nothing; an unknown one is missing', () => {
  valueOf(library.bin.takeOut(kept.id));
  expect(library.reports.list()).toHaveLength(2);
  for (const change of [library.bin.takeOut('nowhere1'), library.bin.put('nowhere1', now())]) {
    expect(change).toEqual({ ok: false, failure: { code: 'report-missing', report: 'nowhere1' } });
  }
});
