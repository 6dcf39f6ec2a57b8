import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { LibraryFile } from '../../main/data/library-file.ts';
import type { Report } from '../../shared/model/report.ts';
import { actor, initiative, newLibrary, report, step, valueOf } from '../data/sample-content.ts';

/** A library in a folder, with one report of so many rows; closed when the test is done. */
export function libraryIn(folder: string, rows = 3): { library: LibraryFile; content: Report } {
  const { library, content, close } = openLibraryIn(folder, rows);
  onTestFinished(close);
  return { library, content };
}

/** The same, for whoever closes it. */
export function openLibraryIn(
  folder: string,
  rows: number,
): { library: LibraryFile; content: Report; close: () => void } {
  const library = newLibrary(join(folder, 'a.sengen'));
  const initiatives = Array.from({ length: rows }, (_, at) =>
    initiative({ title: `取組${at}`, plan: [`港の見回りを続けます。`.repeat(60)] }),
  );
  const content = report({ initiatives });
  valueOf(library.reports.create(content, actor));
  return { library, content, close: () => library.close() };
}

/** A step that changes the title of a row. */
export function rename(library: LibraryFile, content: Report, at: number, title: string): void {
  const { id } = content.initiatives[at]!;
  const before = valueOf(library.reports.read(content.id)).report.initiatives[at]!.title;
  const edit = {
    kind: 'set-field',
    owner: 'row',
    initiative: id,
    field: 'title',
    before,
    after: title,
  } as const;
  valueOf(library.reports.commit(content.id, step(edit), actor));
}
