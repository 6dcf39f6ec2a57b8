import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { LibraryFile } from '../../main/data/library-file.ts';
import { fitsHash } from '../../main/data/hashes/record-hash.ts';
import { libraryShapes } from '../../main/data/salvage/library-shapes.ts';
import { writeJoined } from '../../main/data/salvage/write-joined.ts';
import { fileTables } from '../../main/salvage/joining/file-tables.ts';
import { joinLibrary } from '../../main/salvage/joining/join-library.ts';
import type { FileTable, FileTables } from '../../main/salvage/joining/records.ts';
import { salvagePages } from '../../main/salvage/pages/salvage-pages.ts';
import type { Report } from '../../shared/model/report.ts';
import { actor, identifier, newLibrary, reopened, report, step, valueOf } from '../data/sample-content.ts';
import { temporaryFolder } from '../data/temporary-folder.ts';

/* Steps that did not come back: made again where something says what they did, else a place where undo stops. */

const shapes = libraryShapes();

/** A library of five steps that rename the first row, the last one undone; and its tables as read. */
function fiveSteps(between: (reports: LibraryFile['reports'], content: Report) => void = () => undefined): {
  folder: string;
  content: Report;
  tables: FileTables;
  undone: number;
} {
  const folder = temporaryFolder();
  const path = join(folder, 'a.sengen');
  const library = newLibrary(path);
  const content = report();
  valueOf(library.reports.create(content, actor));
  const { id, title } = content.initiatives[0]!;
  const titles = [title, '一', '二', '三', '四', '五'];
  titles.slice(1).forEach((after, at) => {
    const before = titles[at]!;
    valueOf(
      library.reports.commit(
        content.id,
        step({ kind: 'set-field', owner: 'row', initiative: id, field: 'title', before, after }),
        actor,
      ),
    );
  });
  between(library.reports, content);
  valueOf(library.reports.undo(content.id, identifier(), actor));
  library.close();
  const tables = fileTables(salvagePages(readFileSync(path), null, shapes), fitsHash);
  return { folder, content, tables, undone: 5 };
}

/** The tables with some records lost, and with them all that says what they were. */
function without(
  tables: FileTables,
  name: string,
  lost: (key: string) => boolean,
  withIndexes: boolean,
): FileTables {
  const table = tables.get(name)!;
  const left: FileTable = {
    ...table,
    found: new Map([...table.found].filter(([key]) => !lost(key))),
    isWhole: false,
    live: withIndexes ? null : table.live,
    doubted: new Set(),
    partial: withIndexes ? new Map() : table.partial,
  };
  return new Map([...tables, [name, left]]);
}

function undoAll(folder: string, tables: FileTables, content: Report): { title: string; undone: number } {
  const joined = joinLibrary(tables, new Map());
  const path = join(folder, 'rescued.sengen');
  expect(writeJoined(joined.records, [], path).size).toBe(0);
  const library = reopened(path);
  let undone = 0;
  while (library.reports.undo(content.id, identifier(), actor).ok) undone += 1;
  const { title } = valueOf(library.reports.read(content.id)).report.initiatives[0]!;
  library.close();
  return { title, undone };
}

test('a step whose record is lost is made again from its edits and from indexes', () => {
  const { folder, content, tables } = fiveSteps();
  const torn = without(tables, 'steps', (key) => key === '2' || key === '6', false);
  expect(undoAll(folder, torn, content)).toEqual({ title: content.initiatives[0]!.title, undone: 4 });
});

test('… and from its edits alone', () => {
  const { folder, content, tables } = fiveSteps();
  const torn = without(tables, 'steps', (key) => key === '2', true);
  expect(undoAll(folder, torn, content)).toEqual({ title: content.initiatives[0]!.title, undone: 4 });
});

test('edits that are lost are those of the step that takes them back, inverted', () => {
  const { folder, content, tables } = fiveSteps();
  const torn = without(tables, 'edits', (key) => key === '5/0', true);
  expect(undoAll(folder, torn, content)).toEqual({ title: content.initiatives[0]!.title, undone: 4 });
});

test('undo stops where a step is lost altogether, and nothing is torn', () => {
  const { folder, content, tables } = fiveSteps();
  const torn = without(
    without(tables, 'edits', (key) => key === '2/0', true),
    'steps',
    (key) => key === '2',
    true,
  );
  expect(undoAll(folder, torn, content)).toEqual({ title: '二', undone: 2 });
});

test('a step that changed no text, whose record came back, is no hole', () => {
  const { folder, content, tables } = fiveSteps((reports, { id }) => {
    const cause = { kind: 'take-in-part', section: '市民窓口課', by: '担当' } as const;
    valueOf(reports.commit(id, { id: identifier(), edits: [], cause }, actor));
    valueOf(reports.commit(id, { id: identifier(), edits: [], cause: { kind: 'settle-conflict' } }, actor));
  });
  expect(undoAll(folder, tables, content)).toEqual({ title: content.initiatives[0]!.title, undone: 6 });
});
