import { applyInitiativeEdit } from '../../shared/model/apply-edit.ts';
import type { Edit, InitiativeEdit, FieldEdit, InitiativeFieldEdit } from '../../shared/model/edits.ts';
import { isOwnField, type OwnValue } from '../../shared/model/fields/field.ts';
import { withOwn, type OwnsFields } from '../../shared/model/fields/values.ts';
import {
  pageBreakKeys,
  type Initiative,
  type Outcome,
  type Report,
  type Target,
} from '../../shared/model/report.ts';

/** What the log says that a row is. A field that no edit ever touched is absent: the log does not know it. */
export interface LoggedRow {
  readonly fields: Partial<Omit<Initiative, 'id' | 'targets' | 'outcomes'>>;
  readonly targets: ReadonlyMap<string, Partial<Target>>;
  readonly outcomes: ReadonlyMap<string, Partial<Outcome>>;
  /** The whole row, where the log saw it being added; null for one that stood there from the start. */
  readonly whole: Initiative | null;
}

/** What a report's log last said, field by field. */
export interface LogWords {
  /** Fields of the heading, and the stage. */
  readonly heading: Partial<Omit<Report, 'id' | 'initiatives'>>;
  /** Rows that are there, by identifier. */
  readonly rows: ReadonlyMap<string, LoggedRow>;
}

/**
 * Reads off a report's edits, oldest first, what each field was last made to say.
 *
 * It needs no report and tolerates gaps: edits that can't be read may be left out. What it says is only the log's word;
 * whether a record was so is proved by its hash.
 */
export function logWords(edits: Iterable<Edit>): LogWords {
  const listener = logListener();
  for (const edit of edits) listener.hear(edit);
  return listener.words();
}

/** Hears a report's edits one by one, oldest first, where there are too many to hold. */
export interface LogListener {
  hear(edit: Edit): void;
  words(): LogWords;
}

export function logListener(): LogListener {
  const heading: Record<string, unknown> = {};
  const rows = new Map<string, MutableRow>();
  const rowOf = (id: string): MutableRow => {
    const known = rows.get(id) ?? unknownRow();
    rows.set(id, known);
    return known;
  };
  const hearEdit = (edit: Edit): void => {
    if (edit.kind === 'set-field' && edit.owner === 'report') {
      setField(heading, edit);
      return;
    }
    switch (edit.kind) {
      case 'set-stage':
        heading['stage'] = edit.after;
        break;
      case 'set-report-standing':
        heading['standing'] = edit.after ?? undefined;
        break;
      case 'set-form':
        heading['form'] = edit.after ?? undefined;
        break;
      case 'add-initiative':
        rows.set(edit.initiative.id, knownRow(edit.initiative));
        break;
      case 'remove-initiative':
        rows.delete(edit.initiative.id);
        break;
      case 'move-initiative':
        break;
      default:
        hear(rowOf(edit.initiative), edit);
    }
  };
  return { hear: hearEdit, words: () => ({ heading, rows }) };
}

interface MutableRow {
  fields: Partial<Record<string, unknown>>;
  targets: Map<string, Record<string, unknown>>;
  outcomes: Map<string, Record<string, unknown>>;
  whole: Initiative | null;
}

function unknownRow(): MutableRow {
  return { fields: {}, targets: new Map(), outcomes: new Map(), whole: null };
}

/** All that a record holds: of own fields it is known, too, that nothing stands in them. */
function whole(record: object): Record<string, unknown> {
  return { own: undefined, ...record };
}

function knownRow(row: Initiative): MutableRow {
  const { id: _id, targets, outcomes, ...fields } = row;
  return {
    fields: whole({ standing: undefined, ...fields }),
    targets: new Map(targets.map((target) => [target.id, whole(target)])),
    outcomes: new Map(outcomes.map((outcome) => [outcome.id, whole(outcome)])),
    whole: row,
  };
}

function hear(row: MutableRow, edit: InitiativeEdit): void {
  if (row.whole !== null) {
    const changed = applyInitiativeEdit(row.whole, edit);
    row.whole = changed.ok ? changed.value : null;
  }
  switch (edit.kind) {
    case 'set-field':
      setField(fieldsOf(row, edit), edit);
      break;
    case 'set-row-standing':
      row.fields['standing'] = edit.after ?? undefined;
      break;
    case 'set-page-break':
      row.fields[pageBreakKeys[edit.document]] = edit.after;
      break;
    case 'add-target':
      row.targets.set(edit.target.id, whole(edit.target));
      break;
    case 'remove-target':
      row.targets.delete(edit.target.id);
      break;
    case 'add-outcome':
      row.outcomes.set(edit.outcome.id, whole(edit.outcome));
      break;
    case 'remove-outcome':
      row.outcomes.delete(edit.outcome.id);
      break;
    case 'move-target':
    case 'move-outcome':
      break;
  }
}

function setField(record: Partial<Record<string, unknown>>, { field, after }: FieldEdit): void {
  if (!isOwnField(field)) record[field] = after;
  else record['own'] = withOwn(record as OwnsFields, field, after as OwnValue).own;
}

/** The record that an edit of a field is about. */
function fieldsOf(row: MutableRow, edit: InitiativeFieldEdit): Partial<Record<string, unknown>> {
  switch (edit.owner) {
    case 'row':
      return row.fields;
    case 'target':
      return partOf(row.targets, edit.target);
    case 'outcome':
      return partOf(row.outcomes, edit.outcome);
  }
}

function partOf(parts: Map<string, Record<string, unknown>>, id: string): Record<string, unknown> {
  const known = parts.get(id) ?? {};
  parts.set(id, known);
  return known;
}
