import type { Initiative, Outcome, Report, Target } from '../../shared/model/report.ts';
import type { OwnsFields } from '../../shared/model/fields/values.ts';
import type { InitiativeDraft, ReportDraft } from './report-draft.ts';
import { rowCounterparts } from './row-counterparts.ts';
import { identifiersIn } from './identifiers-in.ts';

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
 * A part takes over that of its counterpart in the existing report, so that history stays with the row when
 * a file is read a second time. One without a counterpart keeps its own unless something else bears it.
 */
export function identify(
  draft: ReportDraft,
  { existing, taken, newIdentifier }: IdentifyOptions,
): Identified {
  const used = new Set(taken);
  const known = existing === null ? new Set<string>() : new Set(identifiersIn(existing.initiatives));
  const replaced: string[] = [];

  const settle = (own: string | null, counterpart: string | undefined): string => {
    if (counterpart !== undefined && !used.has(counterpart)) {
      used.add(counterpart);
      return counterpart;
    }
    // What the existing report calls so stays, or its own counterpart in the file is called so.
    if (own !== null && !used.has(own) && !known.has(own)) {
      used.add(own);
      return own;
    }
    if (own !== null) replaced.push(own);
    const made = newIdentifier();
    used.add(made);
    return made;
  };

  const counterparts = rowCounterparts(
    draft.initiatives,
    existing?.initiatives ?? [],
    draft.id !== null && draft.id === existing?.id,
  );
  const initiatives = draft.initiatives.map((part, index): Initiative => {
    const row = counterparts[index];
    const id = settle(part.id, row?.id);
    const isOwn = part.id !== null && part.id === row?.id;
    const targets = partCounterparts(part.targets, row?.targets ?? [], isOwn, ({ measure }) => measure);
    const outcomes = partCounterparts(
      part.outcomes,
      row?.outcomes ?? [],
      isOwn,
      ({ statement }) => statement,
    );
    return complete(
      part,
      row,
      id,
      part.targets.map((target, place) => settle(target.id, targets[place]?.id)),
      part.outcomes.map((outcome, place) => settle(outcome.id, outcomes[place]?.id)),
    );
  });
  const { municipality, department, fiscalYear, yearLabel, headPost, headName, stage } = draft;
  return {
    report: {
      id: existing?.id ?? settle(draft.id, undefined),
      ...{ municipality, department, fiscalYear, yearLabel, headPost, headName, stage },
      ...(draft.form === undefined ? {} : { form: draft.form }),
      ...ownOf(draft),
      initiatives,
    },
    replaced,
  };
}

function complete(
  draft: InitiativeDraft,
  counterpart: Initiative | undefined,
  id: string,
  targetIds: readonly string[],
  outcomeIds: readonly string[],
): Initiative {
  const { title, section, plan, targets, results, direction, outcomes } = draft;
  const breaks = (key: 'pageBreakBefore' | 'declarationPageBreakBefore'): boolean =>
    draft[key] ?? counterpart?.[key] ?? false;
  const identifierAt = (ids: readonly string[], index: number): string => {
    const found = ids[index];
    if (found === undefined) throw new RangeError(`no part at ${index}`);
    return found;
  };
  return {
    ...{ id, title, section, plan, results, direction },
    pageBreakBefore: breaks('pageBreakBefore'),
    declarationPageBreakBefore: breaks('declarationPageBreakBefore'),
    targets: targets.map((target, index): Target => ({ ...target, id: identifierAt(targetIds, index) })),
    outcomes: outcomes.map((outcome, index): Outcome => ({
      ...outcome,
      id: identifierAt(outcomeIds, index),
      targets: outcome.targets.map((target) => identifierAt(targetIds, target)),
    })),
    ...ownOf(draft),
  };
}

function ownOf({ own }: OwnsFields): OwnsFields {
  return own === undefined ? {} : { own };
}

/**
 * For each target or outcome its counterpart, by identifier, by its words, by its place. None is given twice.
 *
 * `isOwn`: the row came out of this very one, so that a part with an identifier of its own was added since.
 */
function partCounterparts<D extends { readonly id: string | null }, E extends { readonly id: string }>(
  drafts: readonly D[],
  stored: readonly E[],
  isOwn: boolean,
  wordsOf: (part: D | E) => string,
): (E | undefined)[] {
  const free = new Set(stored);
  const matches: (E | undefined)[] = drafts.map(() => undefined);
  const give = (place: number, candidate: E | undefined): void => {
    if (candidate === undefined || matches[place] !== undefined || !free.delete(candidate)) return;
    matches[place] = candidate;
  };
  const byId = new Map(stored.map((part) => [part.id, part]));
  drafts.forEach(({ id }, place) => give(place, id === null ? undefined : byId.get(id)));
  const byWords = Map.groupBy(free, wordsOf);
  const isAdded = ({ id }: D): boolean => isOwn && id !== null;
  drafts.forEach((draft, place) => {
    if (!isAdded(draft))
      give(
        place,
        byWords.get(wordsOf(draft))?.find((part) => free.has(part)),
      );
  });
  drafts.forEach((draft, place) => {
    if (!isAdded(draft)) give(place, stored[place]);
  });
  return matches;
}
