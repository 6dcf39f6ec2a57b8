import type { LibraryFile } from '../../data/library-file.ts';
import type { StoredBringBack } from '../../data/word/markup-store.ts';
import { mergeParagraphs } from '../../../shared/model/fields/merge-paragraphs.ts';
import { textWith, type MarkedField } from '../../word/marked/marked-field.ts';
import type { BringBack, Suggestion } from '../../../shared/contract/markup-requests.ts';
import type { Report } from '../../../shared/model/report.ts';
import { success, type Result } from '../../../shared/result.ts';
import { acceptedUnits } from './accepted-units.ts';
import { changedSince } from './changed-since.ts';
import { formOfExport } from './form-of-export.ts';
import { movedTogether } from './moved-texts.ts';
import { fieldText, rowText, textAt } from './row-text.ts';
import { storedMarkedField } from './stored-marked-field.ts';

/** Suggestions of a report's marked-up files, with what accepting each would meet now. */
export function listMarkups(
  library: LibraryFile,
  report: string,
  only: string | null,
): Result<{ bringBacks: BringBack[]; suggestions: Suggestion[] }> {
  const stored = library.reports.read(report);
  if (!stored.ok) return stored;
  const bringBacks = library.markups.bringBacks(report).filter(({ id }) => only === null || id === only);
  return success({
    bringBacks: bringBacks.map((bringBack) => bringBackNow(library, bringBack)),
    suggestions: bringBacks.flatMap((bringBack) => suggestionsNow(library, bringBack, stored.value.report)),
  });
}

export function bringBackNow(library: LibraryFile, bringBack: StoredBringBack): BringBack {
  const { id, report, revision, fileName, sha256, at, by, unplaced } = bringBack;
  const summary = library.reports.summary(report);
  const stored = library.reports.read(report);
  const changed = !stored.ok || changedSince(library, bringBack, stored.value.report);
  const older = summary !== undefined && summary.revision > revision;
  const status = older ? 'older-revision' : changed ? 'changed-since' : 'current';
  return { id, report, revision, fileName, sha256, at, by, status, unplaced };
}

function suggestionsNow(library: LibraryFile, bringBack: StoredBringBack, now: Report): Suggestion[] {
  const stored = library.markups.suggestions(bringBack.id);
  const fields = new Map<string, MarkedField>();
  const fieldOf = (id: string): MarkedField => {
    const known = fields.get(id) ?? storedMarkedField(library.markups, id);
    fields.set(id, known);
    return known;
  };
  const accepted = acceptedUnits(stored);
  const form = formOfExport(library, bringBack, now);
  const moves = movedTogether(stored, fieldOf);
  const resolved = resolvedThreads(library, bringBack.report);
  return stored.map((suggestion): Suggestion => {
    const at = now.initiatives.findIndex(({ id }) => id === suggestion.initiative);
    const { exportedRow, markedField, unit, rowKey: _key, rowTexts: _texts, ...asStored } = suggestion;
    // A comment is a thread now: it is done when that is settled.
    const done = suggestion.thread !== null && resolved.has(suggestion.thread);
    const shown = done ? { ...asStored, state: 'accepted' as const } : asStored;
    const row = at < 0 ? exportedRow : at + 1;
    const initiative = now.initiatives[at];
    const answer = (ours: string | null, standing: Suggestion['standing']): Suggestion => ({
      ...shown,
      of: markedField === null ? null : (fieldOf(markedField).of ?? null),
      row,
      ours,
      standing,
      movedWith: moves.get(suggestion.id)?.id ?? null,
    });
    if (suggestion.kind === 'row-added') return answer('', 'clean');
    if (initiative === undefined) {
      const gone = suggestion.kind === 'row-deleted' ? 'same' : 'conflict';
      return answer(null, suggestion.kind === 'comment' ? 'clean' : gone);
    }
    if (suggestion.kind === 'row-moved') return answer(String(at + 1), 'clean');
    if (suggestion.kind === 'row-deleted') {
      const ours = rowText(initiative, form);
      return answer(ours, ours === suggestion.before ? 'clean' : 'conflict');
    }
    if (suggestion.field === null) return answer(null, 'clean');
    if (markedField === null)
      return answer(fieldText(initiative, suggestion.field, form).join('\n'), 'clean');
    const field = fieldOf(markedField);
    const ours = textAt(initiative, field, form);
    if (suggestion.state !== 'open') return answer(ours?.join('\n') ?? null, 'clean');
    if (ours === null) return answer(null, 'conflict');
    const before = accepted.get(markedField) ?? new Set<number>();
    const merged = mergeParagraphs(
      textWith(field, before),
      ours,
      textWith(field, new Set([...before, unit])),
    );
    const same = merged.paragraphs.join('\n') === ours.join('\n');
    return answer(ours.join('\n'), merged.conflict ? 'conflict' : same ? 'same' : 'clean');
  });
}

function resolvedThreads({ comments }: LibraryFile, report: string): ReadonlySet<string> {
  const listed = comments.list(report);
  return new Set((listed.ok ? listed.value : []).flatMap(({ id, resolved }) => (resolved ? [id] : [])));
}
