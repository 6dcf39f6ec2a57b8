import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { LibraryFile } from '../../main/data/library-file.ts';
import type { Report } from '../../shared/model/report.ts';
import { actor, newLibrary, now, reopened, report, valueOf } from './sample-content.ts';
import { temporaryFolder } from './temporary-folder.ts';

let library: LibraryFile;
let before: Report;
let after: Report;

beforeEach(() => {
  library = newLibrary(join(temporaryFolder(), 'a.sengen'));
  onTestFinished(() => library.close());
  const some = report();
  before = some;
  after = { ...report(), fiscalYear: some.fiscalYear + 1, yearLabel: '令和10年度' };
  valueOf(library.reports.create(before, actor));
  valueOf(library.reports.create(after, actor));
});

const row = ({ initiatives }: Report, at: number): string => initiatives[at]?.id ?? '';
const confirm = (...links: [string, string | null][]) =>
  library.links.confirm(links.map(([initiative, earlier]) => ({ initiative, earlier })));
const found = () =>
  library.links.of(after.id).map(({ initiative, earlier }) => [initiative, earlier?.id ?? null]);

describe('the links of a library', () => {
  test('are there again when it is opened again, with where the earlier row stands', () => {
    valueOf(confirm([row(after, 0), row(before, 1)], [row(after, 1), null]));
    const { path } = library;
    library.close();
    library = reopened(path);
    expect(library.links.one(row(after, 0))).toEqual({
      initiative: row(after, 0),
      earlier: {
        report: before.id,
        id: row(before, 1),
        yearLabel: before.yearLabel,
        number: 2,
        title: before.initiatives[1]?.title,
        section: before.initiatives[1]?.section,
      },
    });
    expect(library.links.one(row(after, 1))).toEqual({ initiative: row(after, 1), earlier: null });
    expect(library.links.one(row(before, 0))).toBeUndefined();
  });

  test('are stored all together or not at all', () => {
    const refused = confirm([row(after, 0), row(before, 0)], [row(before, 0), row(after, 1)]);
    expect(refused).toEqual({
      ok: false,
      failure: { code: 'link-refused', initiative: row(before, 0), why: 'not-an-earlier-year' },
    });
    expect(found()).toEqual([]);
  });

  test('hold one earlier row a row, the last; two rows may go on from one', () => {
    valueOf(confirm([row(after, 0), row(before, 0)]));
    valueOf(confirm([row(after, 0), row(before, 1)], [row(after, 1), row(before, 1)]));
    expect(found().sort()).toEqual(
      [
        [row(after, 0), row(before, 1)],
        [row(after, 1), row(before, 1)],
      ].sort(),
    );
    valueOf(library.links.remove(row(after, 0)));
    valueOf(library.links.remove(row(after, 0)));
    expect(found()).toEqual([[row(after, 1), row(before, 1)]]);
  });

  test('to a report in the bin wait until it is back, and none is made to it meanwhile', () => {
    valueOf(confirm([row(after, 0), row(before, 0)]));
    valueOf(library.bin.put(before.id, now()));
    expect(found()).toEqual([]);
    expect(confirm([row(after, 1), row(before, 1)])).toMatchObject({
      ok: false,
      failure: { why: 'row-missing' },
    });
    valueOf(library.bin.takeOut(before.id));
    expect(found()).toEqual([[row(after, 0), row(before, 0)]]);
  });

  test('change nothing of a report: its log stays as it was', () => {
    const read = () => valueOf(library.reports.read(after.id));
    const was = read();
    valueOf(confirm([row(after, 0), row(before, 0)]));
    expect(read()).toEqual(was);
  });
});
