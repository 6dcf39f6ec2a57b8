import type { ReportEdit } from '../../shared/model/edits.ts';
import { yearLabelOf } from '../../shared/model/fiscal-year.ts';
import { emptyInitiative, type Initiative, type ReportHeading } from '../../shared/model/report.ts';
import { newIdentifier } from './new-identifier.ts';
import type { ReportEditor } from './report-editor.svelte.ts';

/** Turns what a person does with the heading and with whole rows into edits. */
export class ReportWriter {
  readonly #editor: ReportEditor;

  constructor(editor: ReportEditor) {
    this.#editor = editor;
  }

  setHeadingText(field: Exclude<keyof ReportHeading, 'fiscalYear'>, after: string): void {
    const before = this.#editor.content.heading[field];
    this.#editor.type({ kind: 'set-report-field', field, before, after });
  }

  /** The label follows, unless somebody wrote it in a way of their own. */
  setFiscalYear(after: number): void {
    const { fiscalYear: before, yearLabel } = this.#editor.content.heading;
    if (after === before) return;
    const label: ReportEdit = {
      kind: 'set-report-field',
      field: 'yearLabel',
      before: yearLabel,
      after: yearLabelOf(after),
    };
    this.#editor.perform([
      { kind: 'set-report-field', field: 'fiscalYear', before, after },
      ...(yearLabel === yearLabelOf(before) ? [label] : []),
    ]);
  }

  /** Adds an empty row after the given one, or at the end; its identifier. */
  addRow(after: string | null): string {
    const { content } = this.#editor;
    const at = after === null ? content.rows.length : content.placeOf(after) + 1;
    const initiative = emptyInitiative(newIdentifier());
    this.#editor.perform([{ kind: 'add-initiative', at, initiative }]);
    return initiative.id;
  }

  /** Removes a row; returns the way to put it back where it was. */
  removeRow(id: string): () => void {
    const at = this.#editor.content.placeOf(id);
    const initiative = this.#editor.content.rows[at]?.initiative;
    if (initiative === undefined) return () => undefined;
    this.#editor.perform([{ kind: 'remove-initiative', at, initiative }]);
    return () => this.#putBack(at, initiative);
  }

  /** Moves a row by one place; false when it stands at that end already. */
  moveRow(id: string, by: 1 | -1): boolean {
    const { content } = this.#editor;
    const from = content.placeOf(id);
    const to = from + by;
    if (from < 0 || to < 0 || to >= content.rows.length) return false;
    this.#editor.perform([{ kind: 'move-initiative', initiative: id, from, to }]);
    return true;
  }

  #putBack(at: number, initiative: Initiative): void {
    const { content } = this.#editor;
    if (content.placeOf(initiative.id) >= 0) return;
    this.#editor.perform([{ kind: 'add-initiative', at: Math.min(at, content.rows.length), initiative }]);
  }
}
