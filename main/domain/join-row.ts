import { fieldLines } from '../../shared/model/search-text.ts';
import type { Initiative, Outcome, Target } from '../../shared/model/report.ts';
import type { InitiativeField, RowField } from '../../shared/model/fields/built-in-fields.ts';
import {
  fieldsIn,
  ownFieldsIn,
  sameField,
  withOwn,
  type OwnsFields,
} from '../../shared/model/fields/values.ts';

/** What a file speaks of. */
export interface Mentions {
  /** Fields for which it has a place; the others of its rows are empty for want of one. */
  readonly fields: readonly RowField[];
  /** It can say how far a target was reached. */
  readonly verdicts: boolean;
}

/** A stored row and what a file says of it, as one row. */
export interface JoinedFields {
  readonly row: Initiative;
  /** Fields that the file changes. */
  readonly changed: readonly RowField[];
  /** Fields that are empty in the file, and keep what is stored. */
  readonly kept: readonly RowField[];
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
  const isSilent = (field: RowField): boolean =>
    !empties && isEmpty(incoming, field) && !isEmpty(stored, field);
  const sourceOf = (field: RowField): Initiative =>
    mentions.fields.includes(field) && !isSilent(field) ? filled : stored;
  const from = <F extends InitiativeField>(field: F): Initiative[F] => sourceOf(field)[field];
  const keepVerdict = !empties || !mentions.verdicts;
  const targets = from('targets').map((target) => ({
    ...target,
    verdict: keepVerdict
      ? (target.verdict ?? partOf(stored.targets, target)?.verdict ?? null)
      : target.verdict,
    ...(empties ? {} : ownKept(target, partOf(stored.targets, target))),
  }));
  const known = new Set(targets.map(({ id }) => id));
  const joined: Initiative = {
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
      ...(empties ? {} : ownKept(outcome, partOf(stored.outcomes, outcome))),
    })),
  };
  const row = ownFieldsIn(filled, stored).reduce(
    (made, field) => withOwn(made, field, sourceOf(field).own?.[field] ?? []),
    joined,
  );
  return {
    row,
    changed: fieldsIn(row, stored).filter((field) => !sameField(row, stored, field)),
    kept: mentions.fields.filter(isSilent),
  };
}

/** The row with what its targets and outcomes leave out, where the stored ones of the same words say it. */
function withPartsKept(row: Initiative, stored: Initiative): Initiative {
  return {
    ...row,
    targets: row.targets.map((target): Target => {
      const before = partOf(stored.targets, target);
      if (before === undefined || (target.measure !== '' && before.measure !== target.measure))
        return target;
      return {
        ...target,
        measure: before.measure,
        note: target.note ?? before.note,
        value: target.value ?? before.value,
      };
    }),
    outcomes: row.outcomes.map((outcome): Outcome => {
      const before = partOf(stored.outcomes, outcome);
      if (before === undefined || (outcome.statement !== '' && before.statement !== outcome.statement)) {
        return outcome;
      }
      return {
        ...outcome,
        statement: before.statement,
        asOf: outcome.asOf ?? before.asOf,
        figures: outcome.figures.length === 0 ? before.figures : outcome.figures,
        targets: outcome.targets.length === 0 ? before.targets : outcome.targets,
      };
    }),
  };
}

/** Own fields of which a file says nothing keep what is stored. */
function ownKept(part: OwnsFields, stored: OwnsFields | undefined): OwnsFields {
  const own = { ...stored?.own, ...part.own };
  return Object.keys(own).length === 0 ? {} : { own };
}

function partOf<T extends { readonly id: string }>(
  parts: readonly T[],
  { id }: { readonly id: string },
): T | undefined {
  return parts.find((part) => part.id === id);
}

function isEmpty(row: Initiative, field: RowField): boolean {
  return fieldLines(row, field).every((line) => line.trim() === '');
}
