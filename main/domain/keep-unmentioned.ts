import type { Initiative, InitiativeField, Report } from '../../shared/model/report.ts';

/**
 * A report that comes in with only some columns leaves the others as they are.
 *
 * So reading the declaration of spring again does not empty the results of the year.
 */
export function keepUnmentioned(
  incoming: Report,
  existing: Report,
  mentioned: readonly InitiativeField[],
): Report {
  const before = new Map(existing.initiatives.map((row) => [row.id, row]));
  return {
    ...incoming,
    initiatives: incoming.initiatives.map((row) => {
      const old = before.get(row.id);
      return old === undefined ? row : keepFields(row, old, mentioned);
    }),
  };
}

function keepFields(row: Initiative, old: Initiative, mentioned: readonly InitiativeField[]): Initiative {
  const kept = <F extends InitiativeField>(field: F): Initiative[F] =>
    (mentioned.includes(field) ? row : old)[field];
  const targets = mentioned.includes('outcomes')
    ? kept('targets')
    : // Verdicts are given with the outcomes.
      kept('targets').map((target) => ({
        ...target,
        verdict: old.targets.find(({ id }) => id === target.id)?.verdict ?? target.verdict,
      }));
  const known = new Set(targets.map(({ id }) => id));
  return {
    id: row.id,
    title: kept('title'),
    section: kept('section'),
    pageBreakBefore: row.pageBreakBefore,
    plan: kept('plan'),
    targets,
    results: kept('results'),
    direction: kept('direction'),
    outcomes: kept('outcomes').map((outcome) => ({
      ...outcome,
      targets: outcome.targets.filter((target) => known.has(target)),
    })),
  };
}
