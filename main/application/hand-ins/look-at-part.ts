import { basename } from 'node:path';
import type { LibraryFile } from '../../data/library-file.ts';
import { mostParts, type LookedAt } from '../../../shared/contract/hand-in-requests.ts';
import type { Failure } from '../../../shared/failure.ts';
import { formOfReport } from '../../../shared/model/forms/form-of-report.ts';
import { isRowField } from '../../../shared/model/fields/built-in-fields.ts';
import { nameOnForm } from '../../../shared/words/field-names.ts';
import { mergePlaceWords } from '../../../shared/words/merge-place-words.ts';
import type { Context } from '../context.ts';
import { newIdentifier } from '../new-identifier.ts';
import type { PartInFile } from './read-part.ts';
import { planTakeIn } from './take-in-part.ts';
import { namedPlaces } from './tell-conflicts.ts';

/**
 * Says what a part is and what it would come to here, and keeps it until the person has decided. Stores nothing. `id`: of one
 * that was looked at before.
 */
export function lookAtPart(context: Context, looked: PartInFile, id = newIdentifier()): LookedAt {
  const { parts, library } = context.session;
  parts.delete(id);
  parts.set(id, looked);
  for (const oldest of [...parts.keys()].slice(0, -mostParts)) parts.delete(oldest);
  const { kind, content } = looked.part;
  const { report, section, by, at, note, deadline, revision, rows } = content;
  const { yearLabel, department } = report;
  const told = { kind, yearLabel, department, section, by, at, note, deadline, revision };
  return {
    part: id,
    fileName: basename(looked.path),
    ...told,
    rows: rows.length,
    word: looked.word,
    comes: kind === 'given-out' ? toBegin(library, report.id) : toTakeIn(library, looked),
  };
}

function toBegin(library: LibraryFile | null, report: string): LookedAt['comes'] {
  return library?.reports.has(report) === true ? { to: 'begun', report } : { to: 'begin' };
}

function toTakeIn(library: LibraryFile | null, { path, part }: PartInFile): LookedAt['comes'] {
  const refused = (failure: Failure): LookedAt['comes'] => ({ to: 'refused', failure });
  if (library === null)
    return refused({ code: 'part-refused', path, why: 'other-report', detail: 'no library' });
  const plan = planTakeIn(library, path, part);
  if (!plan.ok) return refused(plan.failure);
  const { report, taken } = plan.value;
  if (taken === null) return { to: 'known', report: report.id };
  const form = formOfReport(report, 'report');
  const named = namedPlaces(taken.merged, report, { ...report, initiatives: taken.rows });
  return {
    to: 'take-in',
    report: report.id,
    merged: named.map(({ row, field }) => ({
      row,
      field,
      name: isRowField(field)
        ? nameOnForm(form, field)
        : mergePlaceWords.place(field === 'order' ? 'rows' : field),
    })),
    conflicts: taken.conflicts.length,
  };
}
