import type { StoredConflict } from '../../data/hand-ins/hand-in-store.ts';
import type { OpenConflict } from '../../../shared/contract/hand-in-requests.ts';
import { fieldOfForm } from '../../../shared/model/form.ts';
import { formOfReport, officeFormOf } from '../../../shared/model/forms/form-of-report.ts';
import { isRowField } from '../../../shared/model/fields/built-in-fields.ts';
import { figureText, outcomeLines, targetText } from '../../../shared/model/fields/items.ts';
import { takesOwnText } from '../../../shared/model/merging/own-text.ts';
import type { Place, PlaceValue } from '../../../shared/model/merging/sheet.ts';
import { valueAt } from '../../../shared/model/merging/settle.ts';
import type { Figure, Initiative, Outcome, Report, Target } from '../../../shared/model/report.ts';
import { sameValue } from '../../../shared/model/same-value.ts';
import { mergePlaceWords } from '../../../shared/words/merge-place-words.ts';

/** What is not settled, as a person and an outside tool are told it. */
export function tellConflicts(conflicts: readonly StoredConflict[], report: Report): OpenConflict[] {
  const { fields } = officeFormOf(report);
  return conflicts.map(({ id, place, base, terms, section, by }) => {
    const ours = valueAt(report.initiatives, place);
    const known = [base, ours, ...terms].flatMap((value) => (isRow(value) ? [value] : []));
    const told = (value: PlaceValue): string | null => textOf(value, place, report, known);
    return {
      id,
      ...namedPlace(place, report.initiatives),
      initiative: place.row,
      part: place.target ?? place.outcome ?? null,
      writable: takesOwnText(place, fields),
      name: nameOf(place, report),
      base: told(base),
      ours: told(ours),
      theirs: theirsOf(terms, ours).map(told),
      section,
      by,
    };
  });
}

/** What the others say; where what stands there says the same, nothing but that is left. */
export function theirsOf(terms: readonly PlaceValue[], ours: PlaceValue): readonly PlaceValue[] {
  return terms.filter((term) => !sameValue(term, ours));
}

/** Places as a person knows them, each once, in the order of the report. */
export function namedPlaces(
  places: readonly Place[],
  before: Report,
  after: Report,
): { row: number | null; field: string }[] {
  const named = places.map((place) => {
    const rows = after.initiatives.some(({ id }) => id === place.row) ? after : before;
    return namedPlace(place, rows.initiatives);
  });
  return named.filter((place, at) => named.findIndex((other) => sameValue(other, place)) === at);
}

function namedPlace(place: Place, rows: readonly Initiative[]): { row: number | null; field: string } {
  const at = rows.findIndex(({ id }) => id === place.row);
  return { row: at < 0 ? null : at + 1, field: publicField(place) };
}

/** The field of the row that holds the place; `row` for the row itself, `order` for the order of rows. */
function publicField({ row, target, outcome, field }: Place): string {
  if (row === null) return 'order';
  return target !== undefined ? 'targets' : outcome !== undefined ? 'outcomes' : field;
}

function nameOf(place: Place, report: Report): string {
  const { row, target, outcome, field } = place;
  const owner = report.initiatives.find(({ id }) => id === row);
  const form = formOfReport(report, 'report');
  const label =
    isRowField(field) && field !== 'targets' && field !== 'outcomes' ? fieldOfForm(form, field).label : '';
  if (target !== undefined) {
    const at = owner?.targets.findIndex(({ id }) => id === target) ?? -1;
    return mergePlaceWords.part('targets', at, field, ownLabel(form, field));
  }
  if (outcome !== undefined) {
    const at = owner?.outcomes.findIndex(({ id }) => id === outcome) ?? -1;
    return mergePlaceWords.part('outcomes', at, field, ownLabel(form, field));
  }
  return label === '' ? mergePlaceWords.place(row === null ? 'rows' : field) : label;
}

function ownLabel(form: ReturnType<typeof formOfReport>, field: string): string {
  return form.own?.find(({ id }) => id === field)?.label ?? '';
}

function textOf(
  value: PlaceValue,
  place: Place,
  report: Report,
  rows: readonly Initiative[],
): string | null {
  if (value === null) return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return mergePlaceWords.flag(value);
  if (Array.isArray(value)) {
    const list = value as readonly (string | Figure)[];
    return list
      .map((item) => (typeof item === 'string' ? nameOfPart(item, place, report, rows) : figureText(item)))
      .join('\n');
  }
  if (isRow(value)) return [value.title, value.section, ...value.plan, ...value.results].join('\n');
  return 'measure' in value ? targetText(value) : outcomeLines(value as Outcome).join('\n');
}

function isRow(value: PlaceValue): value is Initiative {
  return typeof value === 'object' && value !== null && 'plan' in value;
}

/** In a list of parts, what the part says; else the text itself. */
function nameOfPart(
  text: string,
  { row, field }: Place,
  { initiatives }: Report,
  rows: readonly Initiative[],
): string {
  if (row === null) return [...initiatives, ...rows].find(({ id }) => id === text)?.title ?? text;
  if (field !== 'targets' && field !== 'outcomes') return text;
  const owner = initiatives.find(({ id }) => id === row);
  const target = owner?.targets.find((one: Target) => one.id === text);
  return target !== undefined
    ? targetText(target)
    : (owner?.outcomes.find(({ id }) => id === text)?.statement ?? text);
}
