import { applyInitiativeEdit } from '../../shared/model/apply-edit.ts';
import type { Edit, InitiativeEdit } from '../../shared/model/edits.ts';
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
    switch (edit.kind) {
      case 'set-report-field':
        heading[edit.field] = edit.after;
        break;
      case 'set-stage':
        heading['stage'] = edit.after;
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

function knownRow(row: Initiative): MutableRow {
  const { id: _id, targets, outcomes, ...fields } = row;
  return {
    fields,
    targets: new Map(targets.map((target) => [target.id, { ...target }])),
    outcomes: new Map(outcomes.map((outcome) => [outcome.id, { ...outcome }])),
    whole: row,
  };
}

function hear(row: MutableRow, edit: InitiativeEdit): void {
  if (row.whole !== null) {
    const changed = applyInitiativeEdit(row.whole, edit);
    row.whole = changed.ok ? changed.value : null;
  }
  switch (edit.kind) {
    case 'set-initiative-text':
    case 'set-paragraphs':
      row.fields[edit.field] = edit.after;
      break;
    case 'set-page-break':
      row.fields[pageBreakKeys[edit.document]] = edit.after;
      break;
    case 'add-target':
      row.targets.set(edit.target.id, { ...edit.target });
      break;
    case 'remove-target':
      row.targets.delete(edit.target.id);
      break;
    case 'set-target-text':
      partOf(row.targets, edit.target)[edit.field] = edit.after;
      break;
    case 'set-verdict':
      partOf(row.targets, edit.target)['verdict'] = edit.after;
      break;
    case 'add-outcome':
      row.outcomes.set(edit.outcome.id, { ...edit.outcome });
      break;
    case 'remove-outcome':
      row.outcomes.delete(edit.outcome.id);
      break;
    case 'set-outcome-text':
      partOf(row.outcomes, edit.outcome)[edit.field] = edit.after;
      break;
    case 'set-figures':
      partOf(row.outcomes, edit.outcome)['figures'] = edit.after;
      break;
    case 'set-outcome-targets':
      partOf(row.outcomes, edit.outcome)['targets'] = edit.after;
      break;
    case 'move-target':
    case 'move-outcome':
      break;
  }
}

function partOf(parts: Map<string, Record<string, unknown>>, id: string): Record<string, unknown> {
  const known = parts.get(id) ?? {};
  parts.set(id, known);
  return known;
}
