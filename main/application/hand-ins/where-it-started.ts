import type { PartContent } from '../../exchange/part/part-content.ts';
import type { LibraryFile } from '../../data/library-file.ts';
import type { PartRefusal } from '../../../shared/failure.ts';
import type { Initiative, Report } from '../../../shared/model/report.ts';
import { sameValue } from '../../../shared/model/same-value.ts';
import { withoutStanding } from '../../../shared/model/states/standing.ts';
import { failed, success, type Result } from '../../../shared/result.ts';

/** From what a hand-in started, as this library's own log says it. */
export interface Start {
  readonly sequence: number;
  /** The section's rows at that time, and others that the hand-in brings. */
  readonly base: readonly Initiative[];
  /** What the hand-in says of these, and its new rows. */
  readonly rows: readonly Initiative[];
}

/**
 * Finds where a hand-in started: where its rows were given out, or where the library that it comes from was copied. What
 * the file says of its base is never believed: it must be what this report said then.
 */
export function whereItStarted(
  { handIns, past }: LibraryFile,
  report: Report,
  content: PartContent,
): Result<Start, PartRefusal> {
  const steps = handIns.steps(report.id);
  const sequence = startIn(steps, content);
  const before = sequence === null ? null : past.at(report.id, sequence);
  if (sequence === null || before === null) return failed('unknown-base');
  const brought = new Set(content.rows.map(({ id }) => id));
  const here = new Map(before.initiatives.map((row) => [row.id, row]));
  const base = before.initiatives.filter(
    ({ id, section }) => section === content.section || brought.has(id),
  );
  // Where rows stood then is nothing that they say, and no program of before knew it.
  if (content.base !== null && !sameValue(withoutStanding(content.base), withoutStanding(base))) {
    return failed(
      base.some(({ section }) => section !== content.section) ? 'other-section' : 'unknown-base',
    );
  }
  const now = new Set(report.initiatives.map(({ id }) => id));
  const isOurs = (row: Initiative): boolean => {
    const old = here.get(row.id);
    // A row of ours that came since, or one of another section, is nothing that this one hands in.
    if (old === undefined) return row.section === content.section || content.base !== null;
    return old.section === content.section;
  };
  if (!content.rows.every(isOurs)) return failed('other-section');
  const taken = new Set(handIns.taken(report.id).flatMap(({ rows }) => rows.map(({ id }) => id)));
  if (content.rows.some(({ id }) => !here.has(id) && now.has(id) && !taken.has(id))) {
    return failed('other-section');
  }
  const present = new Set(content.present);
  const rest = base.filter(({ id }) => present.has(id) && !brought.has(id));
  return success({
    sequence,
    base,
    rows: rest.length === 0 ? content.rows : withRest(base, content.rows, rest),
  });
}

/** After which step of this library's log it started; null for one that this log does not know. */
function startIn(steps: readonly string[], { start, log }: PartContent): number | null {
  if (start !== null) {
    return (start.sequence === 0 ? '' : steps[start.sequence - 1]) === start.step ? start.sequence : null;
  }
  const parted = steps.findIndex((step, at) => log[at] !== step);
  return parted < 0 ? steps.length : parted;
}

/** With rows that are still there, only under another section, as they were: nobody took them away. */
function withRest(
  base: readonly Initiative[],
  rows: readonly Initiative[],
  rest: readonly Initiative[],
): Initiative[] {
  const list = [...rows];
  for (const row of rest) {
    const before = base
      .slice(0, base.indexOf(row))
      .findLast(({ id }) => list.some((each) => each.id === id));
    list.splice(before === undefined ? 0 : list.findIndex(({ id }) => id === before.id) + 1, 0, row);
  }
  return list;
}
