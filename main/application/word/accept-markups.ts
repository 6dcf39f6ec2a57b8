import * as v from 'valibot';
import type { LibraryFile } from '../../data/library-file.ts';
import type { StoredSuggestion } from '../../data/word/markup-store.ts';
import { editsBetween } from '../../domain/edits-between.ts';
import { mergeParagraphs } from '../../domain/merge-paragraphs.ts';
import { initiativeWith } from '../../word/marked/initiative-with.ts';
import { textWith, type MarkedField } from '../../word/marked/marked-field.ts';
import { builtInForm, formNames } from '../../../shared/model/form.ts';
import {
  emptyInitiative,
  initiativeFields,
  initiativeSchema,
  type Initiative,
  type Report,
} from '../../../shared/model/report.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import { actorOf, openedLibrary, type Context } from '../context.ts';
import { acceptedUnits } from './list-markups.ts';
import { newIdentifier } from '../new-identifier.ts';
import { announceStep } from '../announce-step.ts';
import { fieldText, rowText } from './row-text.ts';

export interface AcceptedMarkups {
  readonly accepted: string[];
  readonly conflicts: string[];
}

type Asked = StoredSuggestion & { readonly report: string };

/** Takes suggestions of one report over as one step; those in conflict stay open unless `overwrite`. */
export function acceptMarkups(
  context: Context,
  ids: readonly string[],
  overwrite: boolean,
): Result<AcceptedMarkups> {
  const library = openedLibrary(context);
  if (!library.ok) return library;
  const asked = library.value.markups.some(ids);
  const [first] = asked;
  if (first === undefined || asked.length !== new Set(ids).size)
    return failed({ code: 'suggestion-missing' });
  if (asked.some(({ report }) => report !== first.report)) return failed({ code: 'suggestion-missing' });
  const stored = library.value.reports.read(first.report);
  if (!stored.ok) return stored;

  const before = stored.value.report;
  const open = asked.filter(({ state }) => state === 'open');
  const { report, conflicts } = withAccepted(library.value, before, open, overwrite);
  const kept = storeChange(context, library.value, before, report);
  if (!kept.ok) return kept;
  const accepted = asked.map(({ id }) => id).filter((id) => !conflicts.has(id));
  const decided = library.value.markups.decide(
    open.map(({ id }) => id).filter((id) => !conflicts.has(id)),
    'accepted',
    actorOf(context),
  );
  if (!decided.ok) return decided;
  context.ports.send('markups.changed', { report: first.report });
  return success({ accepted, conflicts: [...conflicts] });
}

/** Settles a suggestion on a field with a text of one's own. */
export function settleMarkup(context: Context, id: string, text: string): Result<object> {
  const library = openedLibrary(context);
  if (!library.ok) return library;
  const [asked] = library.value.markups.some([id]);
  if (
    asked === undefined ||
    asked.field === null ||
    asked.initiative === null ||
    asked.kind === 'comment'
  ) {
    return failed({ code: 'suggestion-missing' });
  }
  const stored = library.value.reports.read(asked.report);
  if (!stored.ok) return stored;
  const { report } = stored.value;
  const initiative = report.initiatives.find((row) => row.id === asked.initiative);
  const next =
    initiative && checked(initiativeWith(initiative, asked.field, text.split('\n'), newIdentifier));
  if (!next) return failed({ code: 'stale-edit', report: report.id, initiative: asked.initiative });
  const kept = storeChange(context, library.value, report, withRow(report, next));
  if (!kept.ok) return kept;
  const decided = library.value.markups.decide([id], 'accepted', actorOf(context));
  if (!decided.ok) return decided;
  context.ports.send('markups.changed', { report: report.id });
  return success({});
}

function storeChange(context: Context, library: LibraryFile, before: Report, after: Report): Result<void> {
  const edits = editsBetween(before, after);
  if (edits.length === 0) return success(undefined);
  const step = { id: newIdentifier(), edits };
  const accepted = library.reports.commit(before.id, step, actorOf(context));
  if (!accepted.ok) return accepted;
  announceStep(context, before.id, accepted.value, step.id, edits);
  return success(undefined);
}

/** The report with suggestions taken over: texts first, then rows in the order of the file. */
function withAccepted(
  library: LibraryFile,
  before: Report,
  asked: readonly Asked[],
  overwrite: boolean,
): { readonly report: Report; readonly conflicts: ReadonlySet<string> } {
  let report = before;
  const conflicts = new Set<string>();
  const clash = (suggestions: readonly Asked[]): void => {
    for (const { id } of suggestions) conflicts.add(id);
  };
  for (const [bringBack, ofFile] of Map.groupBy(asked, (suggestion) => suggestion.bringBack)) {
    const all = library.markups.suggestions(bringBack);
    const accepted = acceptedUnits(all);
    const texts = ofFile.filter(({ markedField }) => markedField !== null);
    for (const [markedField, units] of Map.groupBy(texts, (suggestion) => suggestion.markedField ?? '')) {
      const field = JSON.parse(library.markups.field(markedField)) as MarkedField;
      const next = withField(report, field, accepted.get(markedField) ?? new Set(), units, overwrite);
      if (next === null) clash(units);
      else report = next;
    }
    const kept = library.markups.bringBacks(before.id).find(({ id }) => id === bringBack);
    const order = kept?.order ?? [];
    const form = builtInForm(formNames.find((name) => name === kept?.form) ?? 'report');
    for (const suggestion of ofFile.filter(({ kind }) => kind === 'row-deleted')) {
      const row = report.initiatives.find(({ id }) => id === suggestion.initiative);
      if (row === undefined) continue;
      if (rowText(row, form) !== suggestion.before && !overwrite) clash([suggestion]);
      else report = { ...report, initiatives: report.initiatives.filter((other) => other !== row) };
    }
    const places = new Map(order.map((key, place) => [key, place]));
    const keys = new Map(all.filter(({ rowKey }) => rowKey !== '').map(({ rowKey, id }) => [rowKey, id]));
    const rows = ofFile
      .filter(({ kind }) => kind === 'row-added' || kind === 'row-moved')
      .map((suggestion) => ({
        suggestion,
        place:
          places.get(suggestion.kind === 'row-added' ? suggestion.rowKey : (suggestion.initiative ?? '')) ??
          0,
      }))
      .sort((one, other) => one.place - other.place);
    for (const { suggestion, place } of rows) {
      const row =
        suggestion.kind === 'row-added'
          ? addedRow(suggestion)
          : report.initiatives.find(({ id }) => id === suggestion.initiative);
      if (row === undefined || row === null) {
        clash([suggestion]);
        continue;
      }
      const above = order.slice(0, place).map((key) => keys.get(key) ?? key);
      report = { ...report, initiatives: placed(report.initiatives, row, above) };
    }
  }
  return { report, conflicts };
}

function withField(
  report: Report,
  field: MarkedField,
  accepted: ReadonlySet<number>,
  units: readonly Asked[],
  overwrite: boolean,
): Report | null {
  const row = report.initiatives.find(({ id }) => id === field.initiative);
  if (row === undefined) return null;
  const merged = mergeParagraphs(
    textWith(field, accepted),
    fieldText(row, field.field),
    textWith(field, new Set([...accepted, ...units.map(({ unit }) => unit)])),
    'theirs',
  );
  if (merged.conflict && !overwrite) return null;
  if (merged.paragraphs.join('\n') === fieldText(row, field.field).join('\n')) return report;
  const next = checked(initiativeWith(row, field.field, merged.paragraphs, newIdentifier));
  return next === null ? null : withRow(report, next);
}

/** An added row goes by the identifier of its suggestion, so that it is known again. */
function addedRow({ id, rowTexts }: Asked): Initiative | null {
  const row = initiativeFields.reduce(
    (made, field) => initiativeWith(made, field, rowTexts[field] ?? [], newIdentifier),
    emptyInitiative(id),
  );
  return checked(row);
}

/** Null for a row that can't be stored: a line too long, too many targets. */
function checked(row: Initiative): Initiative | null {
  return v.is(initiativeSchema, row) ? row : null;
}

function withRow(report: Report, row: Initiative): Report {
  return { ...report, initiatives: report.initiatives.map((other) => (other.id === row.id ? row : other)) };
}

/** `row` right below the nearest of the rows that stand above it in the file; first without any. */
function placed(rows: readonly Initiative[], row: Initiative, above: readonly string[]): Initiative[] {
  const others = rows.filter(({ id }) => id !== row.id);
  const nearest = above.findLast((id) => others.some((other) => other.id === id));
  const at = nearest === undefined ? 0 : others.findIndex(({ id }) => id === nearest) + 1;
  return others.toSpliced(at, 0, row);
}
