import type { OpenConflict } from '../../../shared/contract/hand-in-requests.ts';
import type { RequestArguments, RequestOutput } from '../../../shared/contract/requests.ts';
import type { Failure } from '../../../shared/failure.ts';
import { isRowField, type RowField } from '../../../shared/model/fields/built-in-fields.ts';
import { conflictsRefusal } from '../../../shared/model/merging/open-conflicts.ts';
import { Wish } from '../word/wish.svelte.ts';
import { afterSaving, type WordParts } from '../word/word-request.ts';

/** What sides differ about in the open report, as main has it. */
export class ReportConflicts {
  all: readonly OpenConflict[] = $state.raw([]);
  /** Why they could not be read. */
  failure: Failure | null = $state.raw(null);
  readonly wish = new Wish(() => this.read());
  readonly #parts: WordParts;
  readonly #byPlace = $derived.by(() =>
    Map.groupBy(this.all, ({ initiative, field }) => `${initiative}/${isRowField(field) ? field : ''}`),
  );
  #turn = 0;

  constructor(parts: WordParts) {
    this.#parts = parts;
  }

  /** Reads them now, and whenever they, or what stands at their places, changed. */
  listen(): () => void {
    void this.read();
    const { bridge } = this.#parts;
    const stops = [
      bridge.on('conflicts.changed', ({ report }) => {
        if (report === this.#report) void this.read();
      }),
      bridge.on('reports.changed', ({ report }) => {
        if (report === this.#report && this.all.length > 0) void this.read();
      }),
      bridge.on('library.changed', () => void this.read()),
    ];
    return () => stops.forEach((stop) => stop());
  }

  get #report(): string {
    return this.#parts.editor.content.id;
  }

  /** Why the report can't be signed; null when nothing is open. */
  get refusal(): Failure | null {
    return conflictsRefusal(this.#report, this.all.length);
  }

  /** Those of a field of a row, its targets and outcomes included. */
  inField(row: string, field: RowField): readonly OpenConflict[] {
    return this.#byPlace.get(`${row}/${field}`) ?? [];
  }

  /** Those of a row that belong to none of its fields: whether it is there, where its page begins. */
  ofRow(row: string): readonly OpenConflict[] {
    return this.#byPlace.get(`${row}/`) ?? [];
  }

  async read(): Promise<void> {
    const turn = (this.#turn += 1);
    const answer = await this.#parts.bridge.call('conflicts.list', { report: this.#report });
    // A later reading knows more.
    if (turn !== this.#turn) return;
    this.failure = answer.ok ? null : answer.failure;
    if (answer.ok) this.all = answer.value;
  }

  /** Null when it was refused. */
  settle(
    conflict: string,
    choice: RequestArguments<'conflicts.settle'>['with'],
  ): Promise<RequestOutput<'conflicts.settle'> | null> {
    return this.wish.make(() => afterSaving(this.#parts, 'conflicts.settle', { conflict, with: choice }));
  }
}
