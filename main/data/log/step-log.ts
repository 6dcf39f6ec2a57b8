import type { Database } from 'better-sqlite3';
import { initiativeOf, type Edit } from '../../../shared/model/edits.ts';
import type { StepCause } from '../../../shared/model/step-cause.ts';
import type { Actor } from '../reports/report-store.ts';
import { DamagedContent } from '../sqlite-failure.ts';
import { summarise } from './step-summary.ts';
import { causeOf, editOf } from '../reports/stored-json.ts';

export type StepKind = 'do' | 'undo' | 'redo';

/** A step as the log holds it, without its edits. */
export interface LoggedStep {
  readonly number: number;
  readonly report: string;
  readonly sequence: number;
  readonly kind: StepKind;
  /** Number of the step that this one takes back; null for `do`. */
  readonly reverses: number | null;
  readonly edit_kinds: string;
  readonly field: string;
  readonly initiative: string;
  readonly at: string;
  /** JSON; '' for none. */
  readonly cause: string;
}

export interface NewStep {
  readonly id: string;
  readonly report: string;
  readonly sequence: number;
  readonly kind: StepKind;
  readonly reverses: number | null;
  readonly edits: readonly Edit[];
  /** Of `undo` and `redo`: that of the step that they reverse. */
  readonly cause: StepCause | null;
}

/** The log of every step ever made. It only grows. */
export interface StepLog {
  append(step: NewStep, actor: Actor): void;
  find(id: string): LoggedStep | undefined;
  get(number: number): LoggedStep;
  editsOf(number: number): Edit[];
  /**
   * The step that undo would take back, when the report stands at `sequence`; null, too, where it did not come back in
   * full out of a damaged library.
   */
  undoable(report: string, sequence: number): LoggedStep | null;
  /** The `undo` step that redo would take back. */
  redoable(report: string, sequence: number): LoggedStep | null;
}

const columns = 'number, report, sequence, kind, reverses, edit_kinds, field, initiative, at, cause';

export function stepLog(database: Database): StepLog {
  const insertStep = database.prepare(`
    INSERT INTO steps (id, report, sequence, kind, reverses, edit_kinds, field, initiative, author, at, cause)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const insertEdit = database.prepare(
    'INSERT INTO edits (step, position, initiative, kind, edit) VALUES (?, ?, ?, ?, ?)',
  );
  const byId = database.prepare<[string], LoggedStep>(`SELECT ${columns} FROM steps WHERE id = ?`);
  const byNumber = database.prepare<[number], LoggedStep>(`SELECT ${columns} FROM steps WHERE number = ?`);
  const bySequence = database.prepare<[string, number], LoggedStep>(
    `SELECT ${columns} FROM steps WHERE report = ? AND sequence = ?`,
  );
  const edits = database
    .prepare<[number], string>('SELECT edit FROM edits WHERE step = ? ORDER BY position')
    .pluck();

  const get = (number: number): LoggedStep => present(byNumber.get(number));
  const at = (report: string, sequence: number): LoggedStep => present(bySequence.get(report, sequence));
  /** The sequence at which the report stood before the step that `step` takes back. */
  const beforeReversed = ({ reverses }: LoggedStep): number =>
    reverses === null ? 0 : get(reverses).sequence - 1;

  return {
    append({ id, report, sequence, kind, reverses, edits, cause }, { author, at }) {
      const summary = summarise(edits);
      const { lastInsertRowid } = insertStep.run(
        id,
        report,
        sequence,
        kind,
        reverses,
        JSON.stringify(summary.kinds),
        summary.field,
        summary.initiative,
        author,
        at.toISOString(),
        cause === null ? '' : JSON.stringify(cause),
      );
      edits.forEach((edit, position) => {
        insertEdit.run(
          lastInsertRowid,
          position,
          initiativeOf(edit) ?? '',
          edit.kind,
          JSON.stringify(edit),
        );
      });
    },
    find: (id) => byId.get(id),
    get,
    editsOf: (number) => edits.all(number).map(editOf),

    // Steps nest like brackets: taking one back leaves what could be undone (and done again) as it
    // was before that step. So the answer is found by leaping back over each pair, not by searching.
    undoable(report, sequence) {
      let place = sequence;
      while (place > 0) {
        const step = at(report, place);
        if (isHole(step)) return null;
        if (step.kind !== 'undo') return step;
        place = beforeReversed(step);
      }
      return null;
    },
    redoable(report, sequence) {
      let place = sequence;
      while (place > 0) {
        const step = at(report, place);
        if (step.kind === 'do' || isHole(step)) return null;
        if (step.kind === 'undo') return step;
        place = beforeReversed(step);
      }
      return null;
    },
  };
}

function present(step: LoggedStep | undefined): LoggedStep {
  if (step === undefined) throw new DamagedContent('a step is missing from the log');
  return step;
}

function isHole({ cause }: LoggedStep): boolean {
  return causeOf(cause)?.kind === 'not-rescued';
}
