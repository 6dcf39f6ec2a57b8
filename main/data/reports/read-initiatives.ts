import type { Database } from 'better-sqlite3';
import {
  verdicts,
  type Initiative,
  type Outcome,
  type Target,
  type Verdict,
} from '../../../shared/model/report.ts';
import { DamagedContent } from '../sqlite-failure.ts';
import { figuresOf, ownOf, rowStandingOf, textsOf } from './stored-json.ts';

/** Reads rows with their targets and outcomes, one or a whole report's. */
export interface InitiativeReader {
  /** In order. */
  all(report: string): Initiative[];
  /** Undefined when the report has no such row. */
  one(report: string, id: string): Initiative | undefined;
}

interface InitiativeRecord {
  id: string;
  title: string;
  section: string;
  page_break_before: number;
  declaration_page_break_before: number;
  plan: string;
  results: string;
  direction: string;
  own: string;
  standing: string;
}

interface TargetRecord {
  initiative: string;
  id: string;
  measure: string;
  note: string;
  value: string;
  verdict: string;
  own: string;
}

interface OutcomeRecord {
  initiative: string;
  id: string;
  statement: string;
  as_of: string;
  figures: string;
  own: string;
}

interface ReferenceRecord {
  outcome: string;
  target: string;
}

export function initiativeReader(database: Database): InitiativeReader {
  const all = assemblerOf<[string]>(database, 'i.report = ?');
  const one = assemblerOf<[string, string]>(database, 'i.report = ? AND i.id = ?');
  return { all, one: (report, id) => one(report, id)[0] };
}

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- its keys are those of its condition
function assemblerOf<P extends unknown[]>(database: Database, where: string): (...keys: P) => Initiative[] {
  const initiatives = database.prepare<P, InitiativeRecord>(`
    SELECT i.id, i.title, i.section, i.page_break_before, i.declaration_page_break_before,
      i.plan, i.results, i.direction, i.own, i.standing
    FROM initiatives i WHERE ${where} ORDER BY i.position`);
  const targets = database.prepare<P, TargetRecord>(`
    SELECT t.initiative, t.id, t.measure, t.note, t.value, t.verdict, t.own
    FROM initiatives i JOIN targets t ON t.initiative = i.id WHERE ${where} ORDER BY t.position`);
  const outcomes = database.prepare<P, OutcomeRecord>(`
    SELECT o.initiative, o.id, o.statement, o.as_of, o.figures, o.own
    FROM initiatives i JOIN outcomes o ON o.initiative = i.id WHERE ${where} ORDER BY o.position`);
  const references = database.prepare<P, ReferenceRecord>(`
    SELECT r.outcome, r.target
    FROM initiatives i JOIN outcomes o ON o.initiative = i.id JOIN outcome_targets r ON r.outcome = o.id
    WHERE ${where} ORDER BY r.position`);

  return (...keys) => {
    const targetsOf = Map.groupBy(targets.all(...keys), ({ initiative }) => initiative);
    const outcomesOf = Map.groupBy(outcomes.all(...keys), ({ initiative }) => initiative);
    const referencesOf = Map.groupBy(references.all(...keys), ({ outcome }) => outcome);
    return initiatives.all(...keys).map((record) => ({
      id: record.id,
      title: record.title,
      section: record.section,
      pageBreakBefore: record.page_break_before === 1,
      declarationPageBreakBefore: record.declaration_page_break_before === 1,
      plan: textsOf(record.plan),
      targets: (targetsOf.get(record.id) ?? []).map(targetOf),
      results: textsOf(record.results),
      direction: textsOf(record.direction),
      outcomes: (outcomesOf.get(record.id) ?? []).map((outcome) =>
        outcomeOf(outcome, referencesOf.get(outcome.id) ?? []),
      ),
      ...ownOf(record.own),
      ...rowStandingOf(record.standing),
    }));
  };
}

function targetOf({ id, measure, note, value, verdict, own }: TargetRecord): Target {
  return {
    id,
    measure,
    note: presentOf(note),
    value: presentOf(value),
    verdict: verdict === '' ? null : verdictOf(verdict),
    ...ownOf(own),
  };
}

function outcomeOf(
  { id, statement, as_of, figures, own }: OutcomeRecord,
  references: readonly ReferenceRecord[],
): Outcome {
  return {
    id,
    statement,
    asOf: presentOf(as_of),
    figures: figuresOf(figures),
    targets: references.map(({ target }) => target),
    ...ownOf(own),
  };
}

/** An absent text is stored empty: the model never holds an empty one there. */
function presentOf(text: string): string | null {
  return text === '' ? null : text;
}

function verdictOf(text: string): Verdict {
  const verdict = verdicts.find((known) => known === text);
  if (verdict === undefined) throw new DamagedContent(`stored verdict unknown: ${text.slice(0, 40)}`);
  return verdict;
}
