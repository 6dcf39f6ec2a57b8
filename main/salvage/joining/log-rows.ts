import {
  isReportEdit,
  type Edit,
  type InitiativeEdit,
  type InitiativeFieldEdit,
} from '../../../shared/model/edits.ts';
import { isOwnField, type OwnField, type OwnValue } from '../../../shared/model/fields/field.ts';
import { withOwn, type OwnsFields } from '../../../shared/model/fields/values.ts';
import {
  pageBreakKeys,
  type Initiative,
  type Outcome,
  type Report,
  type Target,
} from '../../../shared/model/report.ts';

/**
 * What the log says of a report's rows, as far as it says anything: a row that the log never brought is known by the
 * fields alone that were written in it.
 */

export type RowFields = Omit<Initiative, 'targets' | 'outcomes'>;

/** A row that the log begins from: what a backup has of it. */
export interface BaseRow extends Partial<RowFields> {
  readonly id: string;
  readonly targets: readonly Target[];
  readonly outcomes: readonly (Partial<Outcome> & { readonly id: string })[];
}

/** A part of a row: what is known of it, and whether that is all of it. */
export interface KnownPart<T> {
  readonly known: Partial<T>;
  readonly isWhole: boolean;
  /** Values that stood in a field before, by field: a copy that has one of them is an old one. */
  readonly earlier: ReadonlyMap<string, readonly unknown[]>;
}

export interface KnownRow {
  readonly id: string;
  readonly fields: KnownPart<RowFields>;
  /** By identifier, in their order as far as that is known. */
  readonly targets: ReadonlyMap<string, KnownPart<Target>>;
  readonly outcomes: ReadonlyMap<string, KnownPart<Outcome>>;
  /** Targets and outcomes that were taken out and not put back. */
  readonly takenOut: ReadonlySet<string>;
}

export interface KnownRows {
  /** The heading and the stage, as far as they were written. */
  readonly heading: KnownPart<Omit<Report, 'initiatives'>>;
  readonly rows: ReadonlyMap<string, KnownRow>;
  /** Rows that were taken out and not put back. */
  readonly takenOut: ReadonlySet<string>;
  /** Identifiers of rows in their order, as far as that is known. */
  readonly order: readonly string[];
}

/**
 * Carries edits out on what is known at first. An edit that does not fit what stands there is carried out
 * nevertheless: what it leaves is what was stored.
 */
export function rowsByLog(base: readonly BaseRow[], edits: Iterable<Edit>): KnownRows {
  const rows = new Map(base.map((row) => [row.id, wholeRow(row)]));
  const takenOut = new Set<string>();
  const heading = new Part<Omit<Report, 'initiatives'>>({}, false);
  const order = base.map(({ id }) => id);
  const leave = (id: string): void => {
    const at = order.indexOf(id);
    if (at >= 0) order.splice(at, 1);
  };
  for (const edit of edits) {
    if (!isReportEdit(edit)) {
      let row = rows.get(edit.initiative);
      if (row === undefined) rows.set(edit.initiative, (row = unknownRow(edit.initiative)));
      changeRow(row, edit);
    } else if (edit.kind === 'add-initiative') {
      const { id } = edit.initiative;
      rows.set(id, wholeRow(edit.initiative));
      takenOut.delete(id);
      leave(id);
      order.splice(edit.at, 0, id);
    } else if (edit.kind === 'remove-initiative') {
      rows.delete(edit.initiative.id);
      takenOut.add(edit.initiative.id);
      leave(edit.initiative.id);
    } else if (edit.kind === 'move-initiative' && order.includes(edit.initiative)) {
      leave(edit.initiative);
      order.splice(edit.to, 0, edit.initiative);
    } else if (edit.kind === 'set-field') {
      heading.set(edit.field, edit.before, edit.after);
    } else if (edit.kind === 'set-stage') {
      heading.set('stage', edit.before, edit.after);
    } else if (edit.kind === 'set-form') {
      heading.set('form', edit.before, edit.after);
    } else if (edit.kind === 'set-report-standing') {
      heading.set('standing', edit.before, edit.after);
    }
  }
  return { heading, rows, takenOut, order };
}

class Part<T extends object> implements KnownPart<T> {
  known: Partial<T>;
  isWhole: boolean;
  readonly earlier = new Map<string, unknown[]>();

  constructor(known: Partial<T>, isWhole: boolean) {
    this.known = known;
    this.isWhole = isWhole;
  }

  set(field: (keyof T & string) | OwnField, before: unknown, after: unknown): void {
    if (isOwnField(field)) {
      const known = this.known as OwnsFields;
      this.earlier.set('own', [...(this.earlier.get('own') ?? []), known.own]);
      this.known = withOwn(known, field, after as OwnValue) as Partial<T>;
      return;
    }
    this.earlier.set(field, [...(this.earlier.get(field) ?? []), before]);
    this.known = { ...this.known, [field]: after };
  }
}

/** All of a part: of what is left out where nothing stands in it, that is known, too. */
function wholePart<T extends object>(part: Partial<T>): Part<T> {
  return new Part<T>({ own: undefined, standing: undefined, ...part }, true);
}

interface Row {
  readonly id: string;
  readonly fields: Part<RowFields>;
  readonly targets: Map<string, Part<Target>>;
  readonly outcomes: Map<string, Part<Outcome>>;
  readonly takenOut: Set<string>;
}

function wholeRow({ targets, outcomes, ...fields }: BaseRow): Row {
  return {
    id: fields.id,
    fields: wholePart<RowFields>(fields),
    targets: new Map(targets.map((target) => [target.id, wholePart<Target>(target)])),
    outcomes: new Map(outcomes.map((outcome) => [outcome.id, wholePart<Outcome>(outcome)])),
    takenOut: new Set(),
  };
}

function unknownRow(id: string): Row {
  return {
    id,
    fields: new Part<RowFields>({ id }, false),
    targets: new Map(),
    outcomes: new Map(),
    takenOut: new Set(),
  };
}

function changeRow(row: Row, edit: InitiativeEdit): void {
  switch (edit.kind) {
    case 'set-field':
      setField(row, edit);
      return;
    case 'set-row-standing':
      row.fields.set('standing', edit.before ?? undefined, edit.after ?? undefined);
      return;
    case 'set-page-break':
      row.fields.set(pageBreakKeys[edit.document], edit.before, edit.after);
      return;
    case 'add-target':
      putIn(row, row.targets, edit.at, edit.target);
      return;
    case 'remove-target':
      takeOut(row, row.targets, edit.target.id);
      return;
    case 'move-target':
      move(row.targets, edit.target, edit.to);
      return;
    case 'add-outcome':
      putIn(row, row.outcomes, edit.at, edit.outcome);
      return;
    case 'remove-outcome':
      takeOut(row, row.outcomes, edit.outcome.id);
      return;
    case 'move-outcome':
      move(row.outcomes, edit.outcome, edit.to);
      return;
  }
}

function setField(row: Row, edit: InitiativeFieldEdit): void {
  switch (edit.owner) {
    case 'row':
      row.fields.set(edit.field, edit.before, edit.after);
      return;
    case 'target':
      partOf(row.targets, edit.target).set(edit.field, edit.before, edit.after);
      return;
    case 'outcome':
      partOf(row.outcomes, edit.outcome).set(edit.field, edit.before, edit.after);
      return;
  }
}

function partOf<T extends { readonly id: string }>(parts: Map<string, Part<T>>, id: string): Part<T> {
  const known = parts.get(id);
  if (known !== undefined) return known;
  const part = new Part<T>({ id } as Partial<T>, false);
  parts.set(id, part);
  return part;
}

function putIn<T extends { readonly id: string }>(
  row: Row,
  parts: Map<string, Part<T>>,
  at: number,
  part: T,
): void {
  row.takenOut.delete(part.id);
  parts.delete(part.id);
  parts.set(part.id, wholePart<T>(part));
  move(parts, part.id, at);
}

function takeOut<T extends object>(row: Row, parts: Map<string, Part<T>>, id: string): void {
  parts.delete(id);
  row.takenOut.add(id);
}

function move<T extends object>(parts: Map<string, Part<T>>, id: string, to: number): void {
  const part = parts.get(id);
  if (part === undefined) return;
  parts.delete(id);
  const others = [...parts];
  others.splice(to, 0, [id, part]);
  parts.clear();
  for (const [each, of] of others) parts.set(each, of);
}
