import type { ComparedWith } from '../../../shared/contract/comparison-requests.ts';
import type { RequestOutput } from '../../../shared/contract/requests.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { FormName } from '../../../shared/model/form.ts';
import { afterSaving, type WordParts } from './word-request.ts';

/** The open report held against an earlier state: on the screen, and as a Word file. */
export class WordComparison {
  shown: RequestOutput<'comparisons.show'> | null = $state.raw(null);
  failure: Failure | null = $state.raw(null);
  writeFailure: Failure | null = $state.raw(null);
  /** Where the last file was written. */
  written: string | null = $state.raw(null);
  busy = $state(false);
  readonly #parts: WordParts;
  #turn = 0;

  constructor(parts: WordParts) {
    this.#parts = parts;
  }

  async show(against: ComparedWith, form: FormName): Promise<void> {
    const turn = (this.#turn += 1);
    this.written = null;
    this.writeFailure = null;
    const report = this.#parts.editor.content.id;
    const answer = await afterSaving(this.#parts, 'comparisons.show', { report, against, form });
    // Another choice may have been made since.
    if (turn !== this.#turn) return;
    this.shown = answer.ok ? answer.value : null;
    this.failure = answer.ok ? null : answer.failure;
  }

  async write(against: ComparedWith, form: FormName, as: 'redline' | 'table'): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    const report = this.#parts.editor.content.id;
    const answer = await afterSaving(this.#parts, 'comparisons.export', { report, against, form, as });
    this.busy = false;
    this.writeFailure = answer.ok || answer.failure.code === 'cancelled' ? null : answer.failure;
    this.written = answer.ok ? answer.value.path : null;
  }
}
