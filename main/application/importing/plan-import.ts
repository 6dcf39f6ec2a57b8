import type { ImportPlan, PlannedRow } from '../../../shared/contract/import-requests.ts';
import { fieldLines } from '../../../shared/model/search-text.ts';
import { keepEverything, type JoinedRow } from '../../domain/join-reports.ts';
import type { LibraryFile } from '../../data/library-file.ts';
import type { FileReading } from '../../foreign-files/file-reading.ts';
import { joinReading } from './join-reading.ts';

/** What storing a reading would do, row by row, as the library is now. */
export function planImport(library: Pick<LibraryFile, 'reports'>, reading: FileReading): ImportPlan {
  const { existing, joined, little } = joinReading(library, reading, keepEverything);
  const numbers = new Map(existing?.initiatives.map(({ id }, at) => [id, at + 1]));
  return {
    report: existing?.id ?? null,
    rows: joined.rows.map((row) => plannedRow(row, numbers)),
    heading:
      existing === null
        ? []
        : joined.heading.map((part) => ({
            part,
            before: String(existing[part]),
            after: String(joined.report[part]),
          })),
    reordered: joined.reordered,
    little,
  };
}

function plannedRow(
  { kind, place, before, after, changed, kept }: JoinedRow,
  numbers: ReadonlyMap<string, number>,
): PlannedRow {
  const { title, section } = before ?? after ?? { title: '', section: '' };
  return {
    kind,
    place,
    initiative: before?.id ?? null,
    number: before === null ? null : (numbers.get(before.id) ?? null),
    title,
    section,
    changes:
      before === null || after === null
        ? []
        : changed.map((field) => ({
            field,
            before: [...fieldLines(before, field)],
            after: [...fieldLines(after, field)],
          })),
    kept: [...kept],
  };
}
