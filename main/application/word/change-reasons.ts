import type { LibraryFile } from '../../data/library-file.ts';
import { type FormName } from '../../../shared/model/form.ts';
import { formOfReport } from '../../../shared/model/forms/form-of-report.ts';
import { outline, type OutlinePart } from '../../../shared/model/outline.ts';
import { outlineDifference } from '../../../shared/model/outline-difference.ts';
import type { Report } from '../../../shared/model/report.ts';
import { comparisonWords } from '../../../shared/words/comparison-words.ts';
import { signedReport } from './exported-content.ts';

/** Why each place was changed, by the revisions in which it was: the paragraphs for 備考. */
export type ChangeReasons = (row: string, field: OutlinePart['field']) => readonly string[];

/**
 * The reasons of the revisions that were begun since `before`, which stood after `sequence` steps.
 *
 * Each state that was signed in between is held against the one before it, so that a place says the
 * reason of that revision only in which it was changed.
 */
export function changeReasons(
  library: LibraryFile,
  { before, sequence, after }: { before: Report; sequence: number; after: Report },
  formName: FormName,
): ChangeReasons {
  const listed = library.signOffs.list(after.id);
  const started = listed.ok ? listed.value.started : [];
  const current = library.reports.summary(after.id)?.revision ?? 1;
  const signed = library.signOffs
    .signed(after.id)
    .filter((revision) => revision.sequence > sequence && revision.revision < current)
    .map((revision) => ({ revision: revision.revision, report: signedReport(revision) }))
    .sort((one, other) => one.revision - other.revision);
  // All in the form of today: what is printed where must not count as a change.
  const form = formOfReport(after, formName);
  const reasons = new Map<string, string[]>();
  let last = outline(before, form);
  for (const { revision, report } of [...signed, { revision: current, report: after }]) {
    if (report === null) continue;
    const next = outline(report, form);
    const reason = started.find((begun) => begun.revision === revision)?.reason;
    for (const row of reason === undefined ? [] : outlineDifference(last, next).rows) {
      for (const { field, paragraphs } of row.cells.flatMap(({ parts }) => parts)) {
        if (paragraphs.every(({ kind }) => kind === 'same')) continue;
        const place = `${row.id} ${field}`;
        const said = comparisonWords.reason(revision, reason ?? '');
        const known = reasons.get(place) ?? [];
        if (!known.includes(said)) reasons.set(place, [...known, said]);
      }
    }
    last = next;
  }
  return (row, field) => reasons.get(`${row} ${field}`) ?? [];
}
