import type { LibraryFile } from '../../data/library-file.ts';
import type { StoredSuggestion } from '../../data/word/markup-store.ts';
import { formOfReport } from '../../../shared/model/forms/form-of-report.ts';
import type { Report } from '../../../shared/model/report.ts';
import { mention, type StepCause } from '../../../shared/model/step-cause.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import { actorOf, type Context } from '../context.ts';
import { storeChange } from '../store-change.ts';
import { unitOfWork } from '../unit-of-work.ts';
import { formOfExport } from './form-of-export.ts';
import { withOtherEnds } from './moved-texts.ts';
import { reportWithAccepted, type WithAccepted } from './report-with-accepted.ts';
import { reportWithField } from './report-with-field.ts';
import { storedMarkedField } from './stored-marked-field.ts';

export interface AcceptedMarkups {
  readonly accepted: string[];
  readonly conflicts: string[];
}

/** Takes suggestions of one report over as one step; those in conflict stay open unless `overwrite`. */
export function acceptMarkups(
  context: Context,
  ids: readonly string[],
  overwrite: boolean,
): Result<AcceptedMarkups> {
  return unitOfWork(context, (unit, library) => acceptTogether(unit, library, ids, overwrite));
}

function acceptTogether(
  context: Context,
  library: LibraryFile,
  ids: readonly string[],
  overwrite: boolean,
): Result<AcceptedMarkups> {
  const { markups, reports } = library;
  const asked = markups.some(ids);
  const [first] = asked;
  if (first === undefined || asked.length !== new Set(ids).size)
    return failed({ code: 'suggestion-missing' });
  if (asked.some(({ report }) => report !== first.report)) return failed({ code: 'suggestion-missing' });
  const stored = reports.read(first.report);
  if (!stored.ok) return stored;

  const before = stored.value.report;
  const open = withOtherEnds(markups, asked).filter(({ state }) => state === 'open');
  const { report, conflicts } = wholeMoves(library, before, open, overwrite);
  const fitting = open.filter(({ id }) => !conflicts.has(id));
  const kept = storeChange(context, reports, before, report, causeOf(fitting));
  if (!kept.ok) return kept;
  const decided = markups.decide(
    fitting.map(({ id }) => id),
    'accepted',
    actorOf(context),
  );
  if (!decided.ok) return decided;
  context.ports.send('markups.changed', { report: first.report });
  const all = new Set([...asked, ...open].map(({ id }) => id));
  const accepted = [...all].filter((id) => !conflicts.has(id));
  return success({ accepted, conflicts: [...conflicts] });
}

/** Of a move both ends are taken over, or none: with one left out, a text would be there twice or not at all. */
function wholeMoves(
  library: LibraryFile,
  before: Report,
  open: readonly StoredSuggestion[],
  overwrite: boolean,
): WithAccepted {
  const { markups } = library;
  const taken = reportWithAccepted(markups, before, open, overwrite, (bringBack) =>
    bringBack === undefined ? formOfReport(before, 'report') : formOfExport(library, bringBack, before),
  );
  const clashing = open.filter(({ id }) => taken.conflicts.has(id));
  const left = withOtherEnds(markups, clashing).map(({ id }) => id);
  if (left.length === clashing.length) return taken;
  const conflicts = new Set(left);
  const others = open.filter(({ id }) => !conflicts.has(id));
  const again = wholeMoves(library, before, others, overwrite);
  return { report: again.report, conflicts: new Set([...conflicts, ...again.conflicts]) };
}

/** Settles a suggestion on a field with a text of one's own. */
export function settleMarkup(context: Context, id: string, text: string): Result<object> {
  return unitOfWork(context, (unit, library) => settleTogether(unit, library, id, text));
}

function settleTogether(
  context: Context,
  { markups, reports }: LibraryFile,
  id: string,
  text: string,
): Result<object> {
  const [asked] = markups.some([id]);
  if (asked === undefined || asked.initiative === null || asked.markedField === null) {
    return failed({ code: 'suggestion-missing' });
  }
  const stored = reports.read(asked.report);
  if (!stored.ok) return stored;
  const { report } = stored.value;
  const place = storedMarkedField(markups, asked.markedField);
  const next = reportWithField(report, place, text.split('\n'));
  if (next === null) {
    return failed({ code: 'stale-edit', report: report.id, initiative: asked.initiative });
  }
  const kept = storeChange(context, reports, report, next, { kind: 'settle-markup' });
  if (!kept.ok) return kept;
  const decided = markups.decide([id], 'accepted', actorOf(context));
  if (!decided.ok) return decided;
  context.ports.send('markups.changed', { report: report.id });
  return success({});
}

function causeOf(accepted: readonly StoredSuggestion[]): StepCause {
  const authors = new Set(accepted.map(({ author }) => author));
  const [author = null] = authors.size === 1 ? authors : [];
  return {
    kind: 'accept-markups',
    author: author === null ? null : mention(author),
    changes: accepted.length,
  };
}
