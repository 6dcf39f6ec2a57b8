import type { Initiative, Outcome, Report, Target } from '../../shared/model/report.ts';
import type { InitiativeDraft, ReportDraft } from './report-draft.ts';

export interface IdentifyOptions {
  /** The report that the draft updates; null makes a new report. */
  readonly existing: Report | null;
  /** Identifiers that other reports already use. */
  readonly taken: ReadonlySet<string>;
  readonly newIdentifier: () => string;
}

export interface Identified {
  readonly report: Report;
  /** Identifiers of the file that could not be kept, because something else bears them. */
  readonly replaced: readonly string[];
}

/**
 * Gives every part of a draft its identifier.
 *
 * An identifier in the file is kept unless it is taken. A part without one takes over that of its
 * counterpart in the existing report (same words first, then same place), so that history stays
 * with the row when a file is read a second time.
 */
export function identify(
  draft: ReportDraft,
  { existing, taken, newIdentifier }: IdentifyOptions,
): Identified {
  const used = new Set(taken);
  const replaced: string[] = [];

  const settle = (own: string | null, counterpart: string | undefined): string => {
    for (const wish of [own, counterpart]) {
      if (wish === null || wish === undefined) continue;
      if (used.has(wish)) {
        if (wish === own) replaced.push(wish);
        continue;
      }
      used.add(wish);
      return wish;
    }
    const made = newIdentifier();
    used.add(made);
    return made;
  };

  const settleAll = <D extends { readonly id: string | null }, E extends { readonly id: string }>(
    drafts: readonly D[],
    counterparts: readonly E[],
    alike: readonly ((draft: D, counterpart: E) => boolean)[],
  ): string[] => {
    const matches = matchUp(drafts, counterparts, alike);
    return drafts.map((part, index) => settle(part.id, matches[index]?.id));
  };

  const initiatives = draft.initiatives;
  const rows = existing?.initiatives ?? [];
  const rowMatches = matchUp(initiatives, rows, [
    (part, row) => part.title === row.title && part.section === row.section,
    (part, row) => part.title === row.title,
  ]);

  const completed = initiatives.map((part, index): Initiative => {
    const counterpart = rowMatches[index];
    const id = settle(part.id, counterpart?.id);
    const targetIds = settleAll(part.targets, counterpart?.targets ?? [], [
      (target, other) => target.measure === other.measure,
      (target, other) => part.targets.indexOf(target) === counterpart?.targets.indexOf(other),
    ]);
    const outcomeIds = settleAll(part.outcomes, counterpart?.outcomes ?? [], [
      (outcome, other) => outcome.statement === other.statement,
      (outcome, other) => part.outcomes.indexOf(outcome) === counterpart?.outcomes.indexOf(other),
    ]);
    return complete(part, id, targetIds, outcomeIds);
  });

  return {
    report: {
      ...draft,
      id: existing?.id ?? settle(draft.id, undefined),
      initiatives: completed,
    },
    replaced,
  };
}

function complete(
  draft: InitiativeDraft,
  id: string,
  targetIds: readonly string[],
  outcomeIds: readonly string[],
): Initiative {
  const identifierAt = (ids: readonly string[], index: number): string => {
    const found = ids[index];
    if (found === undefined) throw new RangeError(`no part at ${index}`);
    return found;
  };
  return {
    ...draft,
    id,
    targets: draft.targets.map((target, index): Target => ({
      ...target,
      id: identifierAt(targetIds, index),
    })),
    outcomes: draft.outcomes.map((outcome, index): Outcome => ({
      ...outcome,
      id: identifierAt(outcomeIds, index),
      targets: outcome.targets.map((target) => identifierAt(targetIds, target)),
    })),
  };
}

/**
 * For each draft its counterpart, or undefined: by identifier first, then by each likeness in turn.
 * No counterpart is given twice.
 */
function matchUp<D extends { readonly id: string | null }, E extends { readonly id: string }>(
  drafts: readonly D[],
  counterparts: readonly E[],
  alike: readonly ((draft: D, counterpart: E) => boolean)[],
): (E | undefined)[] {
  const free = new Set(counterparts);
  const byId = new Map(counterparts.map((part) => [part.id, part]));
  const matches = drafts.map((draft) => {
    const match = draft.id === null ? undefined : byId.get(draft.id);
    if (match !== undefined) free.delete(match);
    return match;
  });
  for (const likeness of alike) {
    drafts.forEach((draft, index) => {
      if (matches[index] !== undefined || draft.id !== null) return;
      for (const candidate of free) {
        if (!likeness(draft, candidate)) continue;
        matches[index] = candidate;
        free.delete(candidate);
        break;
      }
    });
  }
  return matches;
}
