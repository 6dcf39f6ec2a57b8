import { applyInitiativeEdit } from '../../shared/model/apply-edit.ts';
import type { Edit, InitiativeEdit, ReportEdit } from '../../shared/model/edits.ts';
import { paragraphFields, type Initiative, type Report } from '../../shared/model/report.ts';
import { sameValue } from '../../shared/model/same-value.ts';

/**
 * The edits that turn one report into another, matching parts by identifier.
 *
 * Applying them to `before` gives `after` exactly. Used where a whole report comes in from outside,
 * so that an update is logged, undone and compared like typing.
 */
export function editsBetween(before: Report, after: Report): Edit[] {
  const remaining = new Map(before.initiatives.map((row) => [row.id, row]));
  return [
    ...headingEdits(before, after),
    ...listEdits(before.initiatives, after.initiatives, {
      add: (at, initiative): ReportEdit => ({ kind: 'add-initiative', at, initiative }),
      remove: (at, initiative): ReportEdit => ({ kind: 'remove-initiative', at, initiative }),
      move: (initiative, from, to): ReportEdit => ({ kind: 'move-initiative', initiative, from, to }),
    }),
    ...after.initiatives.flatMap((row) => {
      const old = remaining.get(row.id);
      return old === undefined ? [] : rowEdits(old, row);
    }),
  ];
}

function headingEdits(before: Report, after: Report): ReportEdit[] {
  const texts = ['municipality', 'department', 'yearLabel', 'headPost', 'headName'] as const;
  const edits: ReportEdit[] = texts
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ kind: 'set-report-field', field, before: before[field], after: after[field] }));
  if (before.fiscalYear !== after.fiscalYear) {
    edits.push({
      kind: 'set-report-field',
      field: 'fiscalYear',
      before: before.fiscalYear,
      after: after.fiscalYear,
    });
  }
  return edits;
}

interface ListEditMakers<T, E> {
  readonly add: (at: number, item: T) => E;
  readonly remove: (at: number, item: T) => E;
  readonly move: (id: string, from: number, to: number) => E;
}

/** Removals, then additions and moves from the top down. Items that stay are not changed. */
function listEdits<T extends { readonly id: string }, E>(
  before: readonly T[],
  after: readonly T[],
  make: ListEditMakers<T, E>,
): E[] {
  const edits: E[] = [];
  const kept = new Set(after.map(({ id }) => id));
  const known = new Set(before.map(({ id }) => id));
  const order: string[] = before.map(({ id }) => id);
  for (let at = before.length - 1; at >= 0; at -= 1) {
    const item = before[at];
    if (item === undefined || kept.has(item.id)) continue;
    edits.push(make.remove(at, item));
    order.splice(at, 1);
  }
  after.forEach((item, at) => {
    if (order[at] === item.id) return;
    if (known.has(item.id)) {
      const from = order.indexOf(item.id, at);
      edits.push(make.move(item.id, from, at));
      order.splice(from, 1);
    } else {
      edits.push(make.add(at, item));
    }
    order.splice(at, 0, item.id);
  });
  return edits;
}

/** Edits inside one row. Outcomes let go of a target before it is removed, and take hold after it is added. */
function rowEdits(before: Initiative, after: Initiative): InitiativeEdit[] {
  const edits: InitiativeEdit[] = [];
  let row = before;
  const make = (edit: InitiativeEdit): void => {
    const applied = applyInitiativeEdit(row, edit);
    if (!applied.ok) throw new Error(`edits between rows do not follow from each other: ${edit.kind}`);
    row = applied.value;
    edits.push(edit);
  };
  const initiative = before.id;

  for (const field of ['title', 'section'] as const) {
    if (row[field] === after[field]) continue;
    make({ kind: 'set-initiative-text', initiative, field, before: row[field], after: after[field] });
  }
  if (row.pageBreakBefore !== after.pageBreakBefore) {
    make({
      kind: 'set-page-break',
      initiative,
      before: row.pageBreakBefore,
      after: after.pageBreakBefore,
    });
  }
  for (const field of paragraphFields) {
    if (sameValue(row[field], after[field])) continue;
    make({ kind: 'set-paragraphs', initiative, field, before: row[field], after: after[field] });
  }

  const keptTargets = new Set(after.targets.map(({ id }) => id));
  for (const { id, targets } of row.outcomes) {
    const left = targets.filter((target) => keptTargets.has(target));
    if (left.length === targets.length) continue;
    make({ kind: 'set-outcome-targets', initiative, outcome: id, before: targets, after: left });
  }
  listEdits(row.targets, after.targets, {
    add: (at, target): InitiativeEdit => ({ kind: 'add-target', initiative, at, target }),
    remove: (at, target): InitiativeEdit => ({ kind: 'remove-target', initiative, at, target }),
    move: (target, from, to): InitiativeEdit => ({ kind: 'move-target', initiative, target, from, to }),
  }).forEach(make);
  for (const target of after.targets) targetEdits(row, target, initiative).forEach(make);

  listEdits(row.outcomes, after.outcomes, {
    add: (at, outcome): InitiativeEdit => ({ kind: 'add-outcome', initiative, at, outcome }),
    remove: (at, outcome): InitiativeEdit => ({ kind: 'remove-outcome', initiative, at, outcome }),
    move: (outcome, from, to): InitiativeEdit => ({ kind: 'move-outcome', initiative, outcome, from, to }),
  }).forEach(make);
  for (const outcome of after.outcomes) outcomeEdits(row, outcome, initiative).forEach(make);
  return edits;
}

function targetEdits(
  row: Initiative,
  after: Initiative['targets'][number],
  initiative: string,
): InitiativeEdit[] {
  const before = row.targets.find(({ id }) => id === after.id);
  if (before === undefined) return [];
  const edits: InitiativeEdit[] = [];
  const target = after.id;
  if (before.measure !== after.measure) {
    const { measure } = before;
    edits.push({
      kind: 'set-target-text',
      initiative,
      target,
      field: 'measure',
      before: measure,
      after: after.measure,
    });
  }
  for (const field of ['note', 'value'] as const) {
    if (before[field] === after[field]) continue;
    edits.push({
      kind: 'set-target-text',
      initiative,
      target,
      field,
      before: before[field],
      after: after[field],
    });
  }
  if (before.verdict !== after.verdict) {
    edits.push({ kind: 'set-verdict', initiative, target, before: before.verdict, after: after.verdict });
  }
  return edits;
}

function outcomeEdits(
  row: Initiative,
  after: Initiative['outcomes'][number],
  initiative: string,
): InitiativeEdit[] {
  const before = row.outcomes.find(({ id }) => id === after.id);
  if (before === undefined) return [];
  const edits: InitiativeEdit[] = [];
  const outcome = after.id;
  if (before.statement !== after.statement) {
    edits.push({
      kind: 'set-outcome-text',
      initiative,
      outcome,
      field: 'statement',
      before: before.statement,
      after: after.statement,
    });
  }
  if (before.asOf !== after.asOf) {
    edits.push({
      kind: 'set-outcome-text',
      initiative,
      outcome,
      field: 'asOf',
      before: before.asOf,
      after: after.asOf,
    });
  }
  if (!sameValue(before.figures, after.figures)) {
    edits.push({ kind: 'set-figures', initiative, outcome, before: before.figures, after: after.figures });
  }
  if (!sameValue(before.targets, after.targets)) {
    edits.push({
      kind: 'set-outcome-targets',
      initiative,
      outcome,
      before: before.targets,
      after: after.targets,
    });
  }
  return edits;
}
