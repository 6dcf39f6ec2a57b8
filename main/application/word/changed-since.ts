import type { LibraryFile } from '../../data/library-file.ts';
import type { StoredBringBack, StoredSuggestion } from '../../data/word/markup-store.ts';
import { initiativeWithPlace } from '../../word/marked/initiative-with-place.ts';
import { textWith, type MarkedField } from '../../word/marked/marked-field.ts';
import type { Initiative, Report } from '../../../shared/model/report.ts';
import type { RowField } from '../../../shared/model/fields/built-in-fields.ts';
import { fieldsIn, sameField } from '../../../shared/model/fields/values.ts';
import type { Form } from '../../../shared/model/form.ts';
import { withForm } from '../../../shared/model/forms/form-of-report.ts';
import type { StepCause } from '../../../shared/model/step-cause.ts';
import { contentHash } from '../content-hash.ts';
import { contentOfHash } from './exported-content.ts';
import { acceptedUnits } from './accepted-units.ts';
import { formOfExport } from './form-of-export.ts';
import { newIdentifier } from '../new-identifier.ts';
import { fieldText } from './row-text.ts';
import { storedMarkedField } from './stored-marked-field.ts';

/**
 * Whether a report says something else than it was exported, its accepted marks of this file aside and what a person
 * settled with a text of their own.
 *
 * What was accepted may have been undone since: then the place says again what was exported.
 */
export function changedSince(library: LibraryFile, bringBack: StoredBringBack, now: Report): boolean {
  if (contentHash(now) === bringBack.contentHash) return false;
  const exported = contentOfHash(library, bringBack.report, bringBack.contentHash);
  if (exported === null) return true;
  // In which form it is printed now is no change of what it says.
  if (contentHash(withForm(now, exported.form ?? null)) === bringBack.contentHash) return false;
  const stored = library.markups.suggestions(bringBack.id);
  const accepted = stored.filter(({ state, kind }) => state === 'accepted' && kind !== 'comment');
  if (accepted.length === 0) return true;
  const form = formOfExport(library, bringBack, now);
  const marked = acceptedFields(library, stored);
  const before = new Map(exported.initiatives.map((row) => [row.id, row]));
  return (
    headingOf(now) !== headingOf(exported) ||
    !sameRows(exported, now, accepted) ||
    now.initiatives.some((row) => {
      const old = before.get(row.id);
      return (
        old !== undefined &&
        rowChanged(old, row, form, {
          accepted: (field) =>
            marked.filter(({ place }) => place.initiative === row.id && place.field === field),
          settled: (field) => isSettled(library, now.id, row.id, field),
        })
      );
    })
  );
}

/** What a place with accepted marks says by these. */
interface AcceptedField {
  readonly place: MarkedField;
  readonly paragraphs: readonly string[];
}

function acceptedFields(library: LibraryFile, stored: readonly StoredSuggestion[]): AcceptedField[] {
  return [...acceptedUnits(stored)].map(([id, units]) => {
    const place = storedMarkedField(library.markups, id);
    return { place, paragraphs: textWith(place, units) };
  });
}

function headingOf({ initiatives: _rows, form: _form, ...heading }: Report): string {
  return JSON.stringify(heading);
}

/** The same rows in the same order, but for those that a mark added, deleted or moved. */
function sameRows(exported: Report, now: Report, accepted: readonly StoredSuggestion[]): boolean {
  const [there, here] = [exported, now].map(
    ({ initiatives }) => new Set(initiatives.map(({ id }) => id)),
  ) as [Set<string>, Set<string>];
  // An added row goes by the identifier of its suggestion.
  const marked = new Set(
    accepted.flatMap(({ id, kind, initiative }) => (kind === 'row-added' ? id : (initiative ?? []))),
  );
  const moved = new Set(
    accepted.flatMap(({ kind, initiative }) => (kind === 'row-moved' ? (initiative ?? []) : [])),
  );
  const differs = [...here].some((id) => !there.has(id) && !marked.has(id));
  if (differs || [...there].some((id) => !here.has(id) && !marked.has(id))) return false;
  const order = (rows: ReadonlySet<string>, others: ReadonlySet<string>): string =>
    [...rows].filter((id) => others.has(id) && !moved.has(id)).join(' ');
  return order(there, here) === order(here, there);
}

/** Steps of a field that are looked at; what was done before them was not undone since. */
const mostSteps = 100;

/** Whether the last thing that was done to a field, and was not undone, settled a mark with a text of one's own. */
function isSettled({ history }: LibraryFile, report: string, initiative: string, field: RowField): boolean {
  const read = history({ report, initiative, field, before: null, limit: mostSteps });
  const causes: (StepCause | null)[] = [];
  for (const { kind, cause } of read.ok ? read.value.entries.toReversed() : []) {
    if (kind === 'undo') causes.pop();
    else causes.push(cause);
  }
  return causes.at(-1)?.kind === 'settle-markup';
}

/** What was decided on the fields of a row. */
interface Decided {
  /** What places of a field with accepted marks say by these. */
  readonly accepted: (field: RowField) => readonly AcceptedField[];
  readonly settled: (field: RowField) => boolean;
}

function rowChanged(
  before: Initiative,
  now: Initiative,
  form: Form,
  { accepted, settled }: Decided,
): boolean {
  let untouched = true;
  for (const field of fieldsIn(before, now)) {
    if (sameField(before, now, field)) continue;
    if (!isAsAccepted(before, now, field, form, accepted(field)) && !settled(field)) return true;
    untouched = false;
  }
  // Outcomes let go of a target that was taken out; what else a row has no mark changes.
  return untouched && JSON.stringify(before) !== JSON.stringify(now);
}

/** Whether a field says what its accepted marks made of it. */
function isAsAccepted(
  before: Initiative,
  now: Initiative,
  field: RowField,
  form: Form,
  accepted: readonly AcceptedField[],
): boolean {
  if (accepted.length === 0) return false;
  const [whole] = accepted.filter(({ place }) => place.of === undefined);
  if (whole !== undefined) return fieldText(now, field, form).join('\n') === whole.paragraphs.join('\n');
  const expected = accepted.reduce<Initiative>(
    (row, { place, paragraphs }) => initiativeWithPlace(row, place, paragraphs, newIdentifier) ?? row,
    before,
  );
  return sameField(expected, now, field);
}
