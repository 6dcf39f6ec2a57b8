import type { Bridge } from '../../../shared/contract/bridge.ts';
import type { RequestOutput } from '../../../shared/contract/requests.ts';
import type { ColumnField } from '../../../shared/contract/table-requests.ts';
import type { Failure } from '../../../shared/failure.ts';
import { emptyInitiative } from '../../../shared/model/report.ts';
import type { RowField } from '../../../shared/model/fields/built-in-fields.ts';
import { sameValue } from '../../../shared/model/same-value.ts';
import type { StepCause } from '../../../shared/model/step-cause.ts';
import type { PastedTable, TableOfDocument } from '../../writing/pasted-table.ts';
import { fieldOfForm } from '../../../shared/model/form.ts';
import { fieldsSaid, pasteEdits, type Destination } from './pasted-rows.ts';
import type { Edit } from '../../../shared/model/edits.ts';
import type { ReportEditor } from '../editing/report-editor.svelte.ts';

type Understood = RequestOutput<'tables.understand'>;

/** A table that somebody pasted, while they look at what would become of it. */
export class TablePaste {
  understood: Understood | null = $state.raw(null);
  failure: Failure | null = $state.raw(null);
  kind: Destination['kind'] = $state('new');
  /** The answer to the person's last choice is not here yet. */
  waiting = $state(false);

  readonly table: PastedTable;
  /** Lines that stood beside the table and are not pasted. */
  readonly around: readonly string[];
  /** The row that the person is in. */
  readonly row: string | null;
  readonly #bridge: Bridge;
  readonly #editor: ReportEditor;
  readonly #field: RowField | null;
  /** What the person chose last: a second choice builds on it, even before the first is answered. */
  #chosen: readonly (readonly ColumnField[])[] | null = $state.raw(null);
  /** Answers of earlier questions come too late. */
  #asked = 0;

  constructor(
    bridge: Bridge,
    editor: ReportEditor,
    { rows, around }: TableOfDocument,
    place: { readonly row: string | null; readonly field: RowField | null },
  ) {
    this.#bridge = bridge;
    this.#editor = editor;
    this.table = rows;
    this.around = around;
    this.row = place.row;
    this.#field = place.field;
  }

  /** Columns of the table's grid. */
  get width(): number {
    return Math.max(0, ...this.table.flat().map(({ column, span }) => column + span));
  }

  /** Understands the table, its columns taken as the person says, or by itself. */
  async understand(columns: readonly (readonly ColumnField[])[] | null): Promise<void> {
    this.#asked += 1;
    this.#chosen = columns;
    this.waiting = true;
    const asked = this.#asked;
    const answer = await this.#bridge.call('tables.understand', {
      rows: this.table,
      columns: columns?.map((fields) => [...fields]) ?? null,
      field: this.#field,
      form: this.#editor.content.officeForm,
    });
    if (asked !== this.#asked) return;
    this.waiting = false;
    this.failure = answer.ok ? null : answer.failure;
    if (!answer.ok) return;
    this.understood = answer.value;
    if (columns === null) this.kind = this.#likelyKind(answer.value);
  }

  /** A table without titles says more of rows that are there; one with titles fills the row just added. */
  #likelyKind({ rows }: Understood): Destination['kind'] {
    const { content } = this.#editor;
    const row = this.row === null ? undefined : content.row(this.row);
    if (row === undefined) return 'new';
    const isEmpty = sameValue(row.initiative, emptyInitiative(row.id));
    if (isEmpty && row === content.rows.at(-1)) return 'fill';
    return rows.some(({ title }) => title !== '') ? 'new' : 'fill';
  }

  /** The fields that each column of the grid holds. */
  columns(): readonly (readonly ColumnField[])[] {
    const taken = this.#chosen ?? this.understood?.columns.map(({ fields }) => fields) ?? [];
    return Array.from({ length: this.width }, (_, at) => taken[at] ?? []);
  }

  /** The row's number after the paste, and whether it is there already. */
  placeOf(at: number): { readonly number: number; readonly there: boolean } {
    const { content } = this.#editor;
    const here = this.row === null ? -1 : content.placeOf(this.row);
    if (this.kind === 'fill' && here >= 0) {
      return { number: here + at + 1, there: here + at < content.rows.length };
    }
    return { number: (here < 0 ? content.rows.length : here + 1) + at + 1, there: false };
  }

  /** Results that come into a declaration begin the report: else nobody would see them. */
  #stageFor(pasted: Understood['rows']): Edit[] {
    const { chosenStage, stage } = this.#editor.content;
    const report = this.#editor.content.formNamed('report');
    const brings = pasted.some((row) =>
      fieldsSaid(row).some((field) => fieldOfForm(report, field).season === 'report'),
    );
    return stage === 'declaration' && brings && chosenStage !== null
      ? [{ kind: 'set-stage', before: chosenStage, after: 'report' }]
      : [];
  }

  /** Puts the rows into the report as one step; the first row that they went to. */
  apply(): string | null {
    const rows = this.#editor.content.rows.map(({ initiative }) => initiative);
    const pasted = this.understood?.rows ?? [];
    const edits = pasteEdits(rows, pasted, { kind: this.kind, row: this.row });
    const stage = this.#stageFor(pasted);
    const cause: StepCause = { kind: 'paste-rows', rows: pasted.length };
    if (edits.length > 0 && !this.#editor.perform([...edits, ...stage], cause)) return null;
    const [first] = edits;
    return first?.kind === 'add-initiative' ? first.initiative.id : this.row;
  }
}
