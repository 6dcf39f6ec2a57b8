import type { Edit, ReportEdit } from '../../../shared/model/edits.ts';
import { yearLabelOf } from '../../../shared/model/fiscal-year.ts';
import { invertEdits } from '../../../shared/model/invert-edit.ts';
import {
  emptyInitiative,
  type Initiative,
  type ReportHeading,
  type WritingStage,
} from '../../../shared/model/report.ts';
import type { OfficeForm } from '../../../shared/model/forms/office-form.ts';
import { sameValue } from '../../../shared/model/same-value.ts';
import { withStanding } from '../../../shared/model/states/standing.ts';
import type { StepCause } from '../../../shared/model/step-cause.ts';
import { newIdentifier } from './new-identifier.ts';
import type { ReportEditor } from './report-editor.svelte.ts';
import { moveEdits, removeEdits } from './row-moves.ts';

/** Turns what a person does with the heading and with whole rows into edits. */
export class ReportWriter {
  readonly #editor: ReportEditor;

  constructor(editor: ReportEditor) {
    this.#editor = editor;
  }

  setHeadingText(field: Exclude<keyof ReportHeading, 'fiscalYear'>, after: string): void {
    const before = this.#editor.content.heading[field];
    this.#editor.type({ kind: 'set-field', owner: 'report', field, before, after });
  }

  /** The label follows, unless somebody wrote it in a way of their own. */
  setFiscalYear(after: number): void {
    const { fiscalYear: before, yearLabel } = this.#editor.content.heading;
    if (after === before) return;
    const label: ReportEdit = {
      kind: 'set-field',
      owner: 'report',
      field: 'yearLabel',
      before: yearLabel,
      after: yearLabelOf(after),
    };
    this.#editor.perform([
      { kind: 'set-field', owner: 'report', field: 'fiscalYear', before, after },
      ...(yearLabel === yearLabelOf(before) ? [label] : []),
    ]);
  }

  /** Begins another document, or goes back to the one before; false where that may not be. */
  setStage(after: WritingStage): boolean {
    const before = this.#editor.content.chosenStage;
    return before === after || this.#editor.perform([{ kind: 'set-stage', before, after }]);
  }

  /** Writes the report in another form; null is the official one. */
  setForm(after: OfficeForm | null): void {
    const before = this.#editor.content.officeForm;
    if (!sameValue(before, after)) this.#editor.perform([{ kind: 'set-form', before, after }]);
  }

  /** Adds an empty row after the given one, or at the end; its identifier, null where none may be added. */
  addRow(after: string | null): string | null {
    const { content } = this.#editor;
    const at = after === null ? content.rows.length : content.placeOf(after) + 1;
    return this.insertRow(at, emptyInitiative(newIdentifier()));
  }

  /** Puts a row at a place, from 0; its identifier, null where none may be added. */
  insertRow(at: number, initiative: Initiative, cause?: StepCause): string | null {
    const isAdded = this.#editor.perform([{ kind: 'add-initiative', at, initiative }], cause);
    return isAdded ? initiative.id : null;
  }

  /** Removes rows in one step; returns the way to put them back where they were, null where they may not go. */
  removeRows(ids: ReadonlySet<string>): (() => void) | null {
    const edits = removeEdits(
      this.#editor.content.rows.map(({ initiative }) => initiative),
      ids,
    );
    if (edits.length === 0) return () => undefined;
    if (!this.#editor.perform(edits)) return null;
    return () => this.#putBack(invertEdits(edits));
  }

  /** Gathers rows before another (null: at the end) in one step; false when they stand there already, or may not be moved. */
  moveRows(ids: ReadonlySet<string>, before: string | null): boolean {
    const order = this.#editor.content.rows.map(({ id }) => id);
    const edits = moveEdits(order, ids, before);
    return edits.length > 0 && this.#editor.perform(edits);
  }

  #putBack(edits: readonly Edit[]): void {
    const { content } = this.#editor;
    let rows = content.rows.length;
    const fitting = edits.flatMap((edit): Edit[] => {
      if (edit.kind !== 'add-initiative' || content.placeOf(edit.initiative.id) >= 0) return [];
      // Others may have gone meanwhile. What is put back is a draft.
      const at = Math.min(edit.at, rows);
      rows += 1;
      return [{ ...edit, initiative: withStanding(edit.initiative, null), at }];
    });
    if (fitting.length > 0) {
      this.#editor.perform(fitting, { kind: 'put-rows-back', rows: fitting.length });
    }
  }
}
