import type { Bridge } from '../../../shared/contract/bridge.ts';
import type { Form } from '../../../shared/model/form.ts';
import { outlineRow } from '../../../shared/model/outline.ts';
import { toPlainLines } from '../../../shared/model/plain-text.ts';
import type { RowField } from '../../../shared/model/fields/built-in-fields.ts';
import { clearFieldEdits } from '../../state/editing/clear-field-edits.ts';
import { offerUndo } from '../../state/editing/offer-undo.ts';
import type { Row } from '../../state/editing/row.svelte.ts';
import type { Notices } from '../../state/page/notices.svelte.ts';
import { fillEdits } from '../../state/pasting/pasted-rows.ts';
import type { TablePlace } from '../../state/workplace/table-cursor.svelte.ts';
import type { Workplace } from '../../state/workplace/workplace.svelte.ts';
import { tableWords } from '../../words/table-words.ts';
import { cellsOfColumns } from './cell-lines.ts';
import { panelName } from './cell-name.ts';

interface CellsOfReport {
  readonly bridge: Bridge;
  readonly notices: Notices;
  readonly workplace: Workplace;
  readonly form: () => Form;
}

/** Copies, cuts, pastes and clears a selected cell as a whole. Each is one step, told, and can be taken back. */
export class CellClipboard {
  readonly #cells: CellsOfReport;

  constructor(cells: CellsOfReport) {
    this.#cells = cells;
  }

  /** Puts the cell's text onto the clipboard, line by line as it is printed. */
  copy(place: TablePlace, clipboard: DataTransfer | null): void {
    const text = this.#printed(place);
    clipboard?.setData('text/plain', text);
    if (text !== '') this.#cells.notices.show(tableWords.copied(this.#name(place)));
  }

  cut(place: TablePlace, clipboard: DataTransfer | null): void {
    clipboard?.setData('text/plain', this.#printed(place));
    this.#clear(place, tableWords.cut(this.#name(place)));
  }

  clear(place: TablePlace): void {
    this.#clear(place, tableWords.cleared(this.#name(place)));
  }

  /** What was copied takes the place of what stands in the cell; of a field that it says nothing of, the text stays. */
  paste(place: TablePlace, clipboard: DataTransfer | null): void {
    const lines = toPlainLines(clipboard?.getData('text/plain') ?? '');
    if (lines.some((line) => line.trim() !== '')) void this.#paste(place, lines);
  }

  async #paste(place: TablePlace, lines: readonly string[]): Promise<void> {
    const { bridge, notices, workplace } = this.#cells;
    if (workplace.editor.refuses()) return;
    const answer = await bridge.call('tables.understand', {
      rows: [[{ lines, column: 0, span: 1, merge: 'none' }]],
      columns: [this.#fields(place)],
      field: null,
      form: workplace.editor.content.officeForm,
    });
    if (!answer.ok) {
      notices.fail(answer.failure);
      return;
    }
    const row = this.#row(place);
    const [read] = answer.value.rows;
    const edits = row === undefined || read === undefined ? [] : fillEdits(row.initiative, read);
    const name = this.#name(place);
    if (edits.length === 0) {
      notices.show(tableWords.pastedNothing(name));
      return;
    }
    if (!workplace.editor.perform(edits)) return;
    offerUndo(notices, workplace.editor, tableWords.pasted(name), () => void workplace.undo());
  }

  #clear(place: TablePlace, done: string): void {
    const { notices, workplace } = this.#cells;
    const row = this.#row(place);
    const edits = row === undefined ? [] : clearFieldEdits(row.initiative, this.#fields(place));
    if (edits.length === 0 || workplace.editor.refuses()) return;
    if (!workplace.editor.perform(edits)) return;
    offerUndo(notices, workplace.editor, done, () => void workplace.undo());
  }

  #printed(place: TablePlace): string {
    const row = this.#row(place);
    const form = this.#cells.form();
    const cells =
      row === undefined
        ? []
        : (cellsOfColumns(outlineRow(row.initiative, 0, form), form)[place.column] ?? []);
    const lines = cells.flatMap(({ parts }) =>
      parts.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)),
    );
    return lines.filter((line) => line !== '').join('\n');
  }

  #name({ row, column }: TablePlace): string {
    const number = this.#cells.workplace.editor.content.placeOf(row) + 1;
    const form = this.#cells.form();
    return panelName(number, form.columns[column]?.content ?? [], form);
  }

  #fields({ column }: TablePlace): RowField[] {
    const content = this.#cells.form().columns[column]?.content ?? [];
    return content.flatMap((field) => (field === 'number' ? [] : [field]));
  }

  #row({ row }: TablePlace): Row | undefined {
    return this.#cells.workplace.editor.content.row(row);
  }
}
