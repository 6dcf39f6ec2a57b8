import { fieldLines } from '../../shared/model/search-text.ts';
import {
  initiativeFields,
  type Initiative,
  type InitiativeField,
  type Outcome,
  type Target,
} from '../../shared/model/report.ts';
import { sameValue } from '../../shared/model/same-value.ts';

/** What a file speaks of. */
export interface Mentions {
  /** Fields for which it has a place; the others of its rows are empty for want of one. */
  readonly fields: readonly InitiativeField[];
  /** It can say how far a target was reached. */
  readonly verdicts: boolean;
}

/** A stored row and what a file says of it, as one row. */
export interface JoinedFields {
  readonly row: Initiative;
  /** Fields that the file changes. */
  readonly changed: readonly InitiativeField[];
  /** Fields that are empty in the file, and keep what is stored. */
  readonly kept: readonly InitiativeField[];
}

/**
 * Brings a row up to what a file says of it.
 *
 * What the file does not speak of stays. What stands empty in it stays, too, unless `empties`.
 */
export function joinRow(
  stored: Initiative,
  incoming: Initiative,
  mentions: Mentions,
  empties: boolean,
): JoinedFields {
  const filled = empties ? incoming : withPartsKept(incoming, stored);
  const isSilent = (field: InitiativeField): boolean =>
    !empties && isEmpty(incoming, field) && !isEmpty(stored, field);
  const from = <F extends InitiativeField>(field: F): Initiative[F] =>
    (mentions.fields.includes(field) && !isSilent(field) ? filled : stored)[field];
  const keepVerdict = !empties || !mentions.verdicts;
  const targets = from('targets').map((target) => ({
    ...target,
    verdict: keepVerdict
      ? (target.verdict ?? partOf(stored.targets, target)?.verdict ?? null)
      : target.verdict,
  }));
  const known = new Set(targets.map(({ id }) => id));
  const row: Initiative = {
    id: stored.id,
    title: from('title'),
    section: from('section'),
    pageBreakBefore: incoming.pageBreakBefore || (!empties && stored.pageBreakBefore),
    declarationPageBreakBefore:
      incoming.declarationPageBreakBefore || (!empties && stored.declarationPageBreakBefore),
    plan: from('plan'),
    targets,
    results: from('results'),
    direction: from('direction'),
    outcomes: from('outcomes').map((outcome) => ({
      ...outcome,
      targets: outcome.targets.filter((target) => known.has(target)),
    })),
  };
  return {
    row,
    changed: initiativeFields.filter((field) => !sameValue(row[field], stored[field])),
    kept: mentions.fields.filter(isSilent),
  };
}

/** The row with what its targets and outcomes leave out, where the stored ones of the same words say it. */
function withPartsKept(row: Initiative, stored: Initiative): Initiative {
  return {
    ...row,
    targets: row.targets.map((target): Target => {
      const before = partOf(stored.targets, target);
      if (before?.measure !== target.measure) return target;
      return { ...target, note: target.note ?? before.note, value: target.value ?? before.value };
    }),
    outcomes: row.outcomes.map((outcome): Outcome => {
      const before = partOf(stored.outcomes, outcome);
      if (before?.statement !== outcome.statement) return outcome;
      return {
        ...outcome,
        asOf: outcome.asOf ?? before.asOf,
        figures: outcome.figures.length === 0 ? before.figures : outcome.figures,
        targets: outcome.targets.length === 0 ? before.targets : outcome.targets,
      };
    }),
  };
}

function partOf<T extends { readonly id: string }>(
  parts: readonly T[],
  { id }: { readonly id: string },
): T | undefined {
  return parts.find((part) => part.id === id);
}

function isEmpty(row: Initiative, field: InitiativeField): boolean {
  return fieldLines(row, field).every((line) => line.trim() === '');
}
