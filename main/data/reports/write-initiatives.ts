import type { Database } from 'better-sqlite3';
import {
  emptyInitiative,
  type Initiative,
  type Outcome,
  type Target,
} from '../../../shared/model/report.ts';
import { sameValue } from '../../../shared/model/same-value.ts';
import { ownText } from '../../../shared/model/fields/values.ts';
import { standingText } from './stored-json.ts';

/** A row as it stands and as it is to stand; null where it is not there. */
export interface InitiativeChange {
  readonly before: Initiative | null;
  readonly now: Initiative | null;
}

/**
 * Stores changed rows: only the records that differ are written.
 *
 * `placeOf` gives the place of a new row. All removals come first, so that a target may change rows
 * within one step. A taken identifier throws SQLITE_CONSTRAINT_PRIMARYKEY.
 */
export type InitiativeWriter = (
  report: string,
  changes: readonly InitiativeChange[],
  placeOf: (initiative: string) => number,
) => void;

export function initiativeWriter(database: Database): InitiativeWriter {
  const remove = removals(database);
  const store = stores(database);
  return (report, changes, placeOf) => {
    for (const { before, now } of changes) {
      if (before !== null) remove(before, now);
    }
    for (const { before, now } of changes) {
      if (now !== null) store(report, before, now, placeOf);
    }
  };
}

function removals(database: Database): (before: Initiative, now: Initiative | null) => void {
  // The tables take a row's targets and outcomes away with it, and an outcome's references with that.
  const deleteInitiative = database.prepare<[string]>('DELETE FROM initiatives WHERE id = ?');
  const deleteTarget = database.prepare<[string]>('DELETE FROM targets WHERE id = ?');
  const deleteOutcome = database.prepare<[string]>('DELETE FROM outcomes WHERE id = ?');
  const deleteReferences = database.prepare<[string]>('DELETE FROM outcome_targets WHERE outcome = ?');

  return (before, now) => {
    if (now === null) {
      deleteInitiative.run(before.id);
      return;
    }
    if (before.outcomes !== now.outcomes) {
      for (const outcome of before.outcomes) {
        const kept = now.outcomes.find(({ id }) => id === outcome.id);
        if (kept === undefined) deleteOutcome.run(outcome.id);
        else if (!sameValue(kept.targets, outcome.targets)) deleteReferences.run(outcome.id);
      }
    }
    if (before.targets !== now.targets) {
      for (const { id } of before.targets) {
        if (!now.targets.some((target) => target.id === id)) deleteTarget.run(id);
      }
    }
  };
}

type Store = (
  report: string,
  before: Initiative | null,
  now: Initiative,
  placeOf: (initiative: string) => number,
) => void;

function stores(database: Database): Store {
  const insert = database.prepare(`
    INSERT INTO initiatives
      (title, section, page_break_before, declaration_page_break_before, plan, results, direction, own, standing,
        id, report, position)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const update = database.prepare(`
    UPDATE initiatives
    SET title = ?, section = ?, page_break_before = ?, declaration_page_break_before = ?, plan = ?, results = ?, direction = ?,
      own = ?, standing = ?
    WHERE id = ?`);
  const storeTargets = targetStore(database);
  const storeOutcomes = outcomeStore(database);

  return (report, before, now, placeOf) => {
    if (before === null) insert.run(...columnsOf(now), report, placeOf(now.id));
    else if (!sameColumns(before, now)) update.run(...columnsOf(now));
    const was = before ?? emptyInitiative(now.id);
    storeTargets(was, now);
    storeOutcomes(was, now);
  };
}

/** A row's own columns, its identifier last. */
function columnsOf(row: Initiative) {
  const { title, section, pageBreakBefore, declarationPageBreakBefore, plan, results, direction, id } = row;
  const lists = [plan, results, direction].map((list) => JSON.stringify(list));
  return [
    title,
    section,
    pageBreakBefore ? 1 : 0,
    declarationPageBreakBefore ? 1 : 0,
    ...lists,
    ownText(row.own),
    standingText(row.standing),
    id,
  ];
}

function sameColumns(one: Initiative, other: Initiative): boolean {
  return (
    one.title === other.title &&
    one.section === other.section &&
    one.pageBreakBefore === other.pageBreakBefore &&
    one.declarationPageBreakBefore === other.declarationPageBreakBefore &&
    one.plan === other.plan &&
    one.results === other.results &&
    one.direction === other.direction &&
    one.own === other.own &&
    one.standing === other.standing
  );
}

function targetStore(database: Database): (before: Initiative, now: Initiative) => void {
  const insert = database.prepare(`
    INSERT INTO targets (initiative, position, measure, note, value, verdict, own, id)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`);
  const update = database.prepare(`
    UPDATE targets SET initiative = ?, position = ?, measure = ?, note = ?, value = ?, verdict = ?, own = ?
    WHERE id = ?`);

  return (before, now) => {
    forEachChanged(before.targets, now.targets, (target: Target, position, isNew) => {
      const { measure, note, value, verdict, id } = target;
      const statement = isNew ? insert : update;
      statement.run(
        now.id,
        position,
        measure,
        note ?? '',
        value ?? '',
        verdict ?? '',
        ownText(target.own),
        id,
      );
    });
  };
}

function outcomeStore(database: Database): (before: Initiative, now: Initiative) => void {
  const insert = database.prepare(`
    INSERT INTO outcomes (initiative, position, statement, as_of, figures, own, id)
    VALUES (?, ?, ?, ?, ?, ?, ?)`);
  const update = database.prepare(`
    UPDATE outcomes SET initiative = ?, position = ?, statement = ?, as_of = ?, figures = ?, own = ?
    WHERE id = ?`);
  const insertReference = database.prepare(
    'INSERT INTO outcome_targets (outcome, target, position) VALUES (?, ?, ?)',
  );

  return (before, now) => {
    forEachChanged(before.outcomes, now.outcomes, (outcome: Outcome, position, isNew, was) => {
      const { statement, asOf, figures, targets, id } = outcome;
      const values = [position, statement, asOf ?? '', JSON.stringify(figures), ownText(outcome.own)];
      (isNew ? insert : update).run(now.id, ...values, id);
      if (was !== undefined && sameValue(was.targets, targets)) return;
      targets.forEach((target, place) => insertReference.run(id, target, place));
    });
  };
}

/** Calls back for every item of `now` that is new, changed or elsewhere than `before`. */
function forEachChanged<T extends { readonly id: string }>(
  before: readonly T[],
  now: readonly T[],
  store: (item: T, position: number, isNew: boolean, was: T | undefined) => void,
): void {
  if (before === now) return;
  now.forEach((item, position) => {
    const at = before.findIndex(({ id }) => id === item.id);
    // What an edit leaves alone it shares with the report before it, so being the same object is enough.
    if (at === position && before[at] === item) return;
    store(item, position, at === -1, before[at]);
  });
}
