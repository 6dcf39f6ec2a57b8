import type { Form } from '../../../shared/model/form.ts';
import type { Initiative, Report } from '../../../shared/model/report.ts';
import type { MarkupStore, StoredBringBack, StoredSuggestion } from '../../data/word/markup-store.ts';
import { mergeParagraphs } from '../../../shared/model/fields/merge-paragraphs.ts';
import { textWith, type MarkedField } from '../../word/marked/marked-field.ts';
import { rowFromTexts } from '../../word/marked/row-from-texts.ts';
import { newIdentifier } from '../new-identifier.ts';
import { acceptedUnits } from './accepted-units.ts';
import { reportWithField, storable } from './report-with-field.ts';
import { rowText, textAt } from './row-text.ts';
import { storedMarkedField } from './stored-marked-field.ts';

/** A report with suggestions taken over, and those that met a conflict and were left out. */
export interface WithAccepted {
  readonly report: Report;
  readonly conflicts: ReadonlySet<string>;
}

/** What one file asks for, and what is known of the file. */
interface OfFile {
  readonly asked: readonly StoredSuggestion[];
  /** All that the file ever asked for. */
  readonly all: readonly StoredSuggestion[];
  /** Rows as they stand in the file: identifiers, and keys of added rows. */
  readonly order: readonly string[];
  readonly form: Form;
}

/**
 * Takes suggestions over: of each file texts first, then rows in the order of the file. Stores nothing. `formOf`: in
 * which form a file was exported.
 */
export function reportWithAccepted(
  markups: MarkupStore,
  before: Report,
  asked: readonly StoredSuggestion[],
  overwrite: boolean,
  formOf: (bringBack: StoredBringBack | undefined) => Form,
): WithAccepted {
  const conflicts = new Set<string>();
  const clash = (suggestions: readonly StoredSuggestion[]): void => {
    for (const { id } of suggestions) conflicts.add(id);
  };
  let report = before;
  for (const [bringBack, ofFile] of Map.groupBy(asked, (suggestion) => suggestion.bringBack)) {
    const kept = markups.bringBacks(before.id).find(({ id }) => id === bringBack);
    const file: OfFile = {
      asked: ofFile,
      all: markups.suggestions(bringBack),
      order: kept?.order ?? [],
      form: formOf(kept),
    };
    report = withTexts(report, file, markups, overwrite, clash);
    report = withoutRows(report, file, overwrite, clash);
    report = withRows(report, file, clash);
  }
  return { report, conflicts };
}

type Clash = (suggestions: readonly StoredSuggestion[]) => void;

function withTexts(
  before: Report,
  { asked, all, form }: OfFile,
  markups: MarkupStore,
  overwrite: boolean,
  clash: Clash,
): Report {
  const accepted = acceptedUnits(all);
  const texts = asked.filter(({ markedField }) => markedField !== null);
  let report = before;
  for (const [id, units] of Map.groupBy(texts, ({ markedField }) => markedField ?? '')) {
    const field = storedMarkedField(markups, id);
    const next = withText(report, field, form, accepted.get(id) ?? new Set(), units, overwrite);
    if (next === null) clash(units);
    else report = next;
  }
  return report;
}

/** Null where the report says otherwise by now, or the text can't be stored. */
function withText(
  report: Report,
  field: MarkedField,
  form: Form,
  accepted: ReadonlySet<number>,
  units: readonly StoredSuggestion[],
  overwrite: boolean,
): Report | null {
  const row = report.initiatives.find(({ id }) => id === field.initiative);
  if (row === undefined) return null;
  const now = textAt(row, field, form);
  if (now === null) return null;
  const theirs = textWith(field, new Set([...accepted, ...units.map(({ unit }) => unit)]));
  const merged = mergeParagraphs(textWith(field, accepted), now, theirs, 'theirs');
  if (merged.conflict && !overwrite) return null;
  if (merged.paragraphs.join('\n') === now.join('\n')) return report;
  return reportWithField(report, field, merged.paragraphs);
}

function withoutRows(before: Report, { asked, form }: OfFile, overwrite: boolean, clash: Clash): Report {
  let report = before;
  for (const suggestion of asked.filter(({ kind }) => kind === 'row-deleted')) {
    const row = report.initiatives.find(({ id }) => id === suggestion.initiative);
    if (row === undefined) continue;
    if (rowText(row, form) !== suggestion.before && !overwrite) clash([suggestion]);
    else report = { ...report, initiatives: report.initiatives.filter((other) => other !== row) };
  }
  return report;
}

function withRows(before: Report, { asked, all, order, form }: OfFile, clash: Clash): Report {
  const places = new Map(order.map((key, place) => [key, place]));
  const keys = new Map(all.filter(({ rowKey }) => rowKey !== '').map(({ rowKey, id }) => [rowKey, id]));
  const placeOf = ({ kind, rowKey, initiative }: StoredSuggestion): number =>
    places.get(kind === 'row-added' ? rowKey : (initiative ?? '')) ?? 0;
  const rows = asked
    .filter(({ kind }) => kind === 'row-added' || kind === 'row-moved')
    .sort((one, other) => placeOf(one) - placeOf(other));
  let report = before;
  for (const suggestion of rows) {
    const row =
      suggestion.kind === 'row-added'
        ? addedRow(suggestion, form)
        : report.initiatives.find(({ id }) => id === suggestion.initiative);
    if (row === undefined || row === null) {
      clash([suggestion]);
      continue;
    }
    const above = order.slice(0, placeOf(suggestion)).map((key) => keys.get(key) ?? key);
    report = { ...report, initiatives: placed(report.initiatives, row, above) };
  }
  return report;
}

/** An added row goes by the identifier of its suggestion, so that it is known again. */
function addedRow({ id, rowTexts }: StoredSuggestion, form: Form): Initiative | null {
  return storable(rowFromTexts(id, rowTexts, form, newIdentifier));
}

/** `row` right below the nearest of the rows that stand above it in the file; first without any. */
function placed(rows: readonly Initiative[], row: Initiative, above: readonly string[]): Initiative[] {
  const others = rows.filter(({ id }) => id !== row.id);
  const nearest = above.findLast((id) => others.some((other) => other.id === id));
  const at = nearest === undefined ? 0 : others.findIndex(({ id }) => id === nearest) + 1;
  return others.toSpliced(at, 0, row);
}
