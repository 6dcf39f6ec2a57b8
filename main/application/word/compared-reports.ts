import type { LibraryFile } from '../../data/library-file.ts';
import type { ComparedWith } from '../../../shared/contract/comparison-requests.ts';
import type { Report } from '../../../shared/model/report.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import { comparisonWords } from '../../../shared/words/comparison-words.ts';
import { earlierRowsOf } from '../earlier-rows-of.ts';
import { signedReport } from './exported-content.ts';

/** Two states of a report whose rows bear the same identifiers, and what a person calls them. */
export interface ComparedReports {
  readonly before: Report;
  readonly after: Report;
  readonly names: { readonly before: string; readonly after: string };
  /** How many steps this report had then; null for a state of another report. */
  readonly sequence: number | null;
}

export function comparedReports(
  library: LibraryFile,
  id: string,
  against: ComparedWith,
): Result<ComparedReports> {
  const read = library.reports.read(id);
  if (!read.ok) return read;
  const after = read.value.report;
  const { now } = comparisonWords;
  switch (against.kind) {
    case 'step': {
      const before = library.past.at(id, against.sequence);
      const name = comparisonWords.step(against.sequence);
      return before === null
        ? missing(id)
        : success({ before, after, names: { before: name, after: now }, sequence: against.sequence });
    }
    case 'revision': {
      const signed = library.signOffs.signed(id).find(({ revision }) => revision === against.revision);
      const before = signed === undefined ? null : signedReport(signed);
      const name = comparisonWords.revision(against.revision);
      return before === null
        ? missing(id)
        : success({
            before,
            after,
            names: { before: name, after: now },
            sequence: signed?.sequence ?? null,
          });
    }
    case 'last-year': {
      const earlier = library.reports.find({ ...after, fiscalYear: after.fiscalYear - 1 });
      const before = earlier === null ? null : library.reports.read(earlier);
      if (before === null) return missing(id);
      if (!before.ok) return before;
      const { report } = before.value;
      return success({
        before: withRowsOf(report, after, library),
        after,
        names: { before: report.yearLabel, after: after.yearLabel },
        sequence: null,
      });
    }
  }
}

function missing(report: string): Result<never> {
  return failed({ code: 'nothing-to-compare', report });
}

/** Last year's report with the identifiers of this year's rows where one goes on from the other. */
function withRowsOf(earlier: Report, now: Report, library: LibraryFile): Report {
  const { confirmed, proposed } = earlierRowsOf(library, now);
  const goesOnAs = new Map<string, string>();
  for (const { id } of now.initiatives) {
    const found = confirmed.get(id)?.earlier ?? proposed.get(id)?.earlier;
    if (found && !goesOnAs.has(found.id)) goesOnAs.set(found.id, id);
  }
  return {
    ...earlier,
    initiatives: earlier.initiatives.map((row) => ({ ...row, id: goesOnAs.get(row.id) ?? row.id })),
  };
}
