import type { Bridge } from '../../shared/contract/bridge.ts';
import type { Failure } from '../../shared/failure.ts';
import type { FormName } from '../../shared/model/form.ts';
import type { FileQuestions } from './file-questions.svelte.ts';
import type { ReportEditor } from './report-editor.svelte.ts';

export type ExportState =
  | { readonly kind: 'idle' }
  /** What is typed is being stored; then a name is asked for. */
  | { readonly kind: 'preparing' }
  | { readonly kind: 'writing'; readonly form: FormName; readonly written: number; readonly rows: number }
  | {
      readonly kind: 'done';
      readonly form: FormName;
      readonly path: string;
      readonly warnings: readonly string[];
    }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Writing one report's Word files. */
export class WordExport {
  state: ExportState = $state.raw({ kind: 'idle' });
  readonly #bridge: Bridge;
  readonly #questions: FileQuestions;
  readonly #editor: ReportEditor;
  #form: FormName = 'report';

  constructor(bridge: Bridge, questions: FileQuestions, editor: ReportEditor) {
    this.#bridge = bridge;
    this.#questions = questions;
    this.#editor = editor;
  }

  get busy(): boolean {
    return this.state.kind === 'preparing' || this.state.kind === 'writing';
  }

  listen(): () => void {
    return this.#bridge.on('export.progress', ({ report, written, rows }) => {
      if (!this.busy || report !== this.#editor.content.id) return;
      this.state = { kind: 'writing', form: this.#form, written, rows };
    });
  }

  /** Stores what is typed, then writes: the file never lags behind the page. */
  async write(form: FormName): Promise<void> {
    if (this.busy) return;
    this.#form = form;
    this.state = { kind: 'preparing' };
    if (!(await this.#editor.flush())) {
      const { save } = this.#editor;
      this.state = {
        kind: 'failed',
        failure: save.kind === 'failed' ? save.failure : { code: 'unreachable' },
      };
      return;
    }
    const report = this.#editor.content.id;
    const answer = await this.#questions.during(() =>
      this.#bridge.call('reports.export', { report, form }),
    );
    if (answer.ok) this.state = { kind: 'done', form, ...answer.value };
    else if (answer.failure.code === 'cancelled') this.state = { kind: 'idle' };
    else this.state = { kind: 'failed', failure: answer.failure };
  }

  async reveal(path: string): Promise<void> {
    const answer = await this.#bridge.call('files.reveal', { path });
    if (!answer.ok) this.state = { kind: 'failed', failure: answer.failure };
  }

  close(): void {
    if (!this.busy) this.state = { kind: 'idle' };
  }
}
