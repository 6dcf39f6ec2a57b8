import type { Bridge } from '../../shared/contract/bridge.ts';
import type { Failure } from '../../shared/failure.ts';
import type { FormName } from '../../shared/model/form.ts';
import type { FileQuestions } from './file-questions.svelte.ts';
import type { LongWork } from './long-work.svelte.ts';
import type { ReportEditor } from './report-editor.svelte.ts';

export type ExportState =
  | { readonly kind: 'idle' }
  /** What is typed is being stored, a name is asked for, the file is written (see LongWork). */
  | { readonly kind: 'preparing' }
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
  readonly #work: LongWork;

  constructor(bridge: Bridge, questions: FileQuestions, editor: ReportEditor, work: LongWork) {
    this.#bridge = bridge;
    this.#questions = questions;
    this.#editor = editor;
    this.#work = work;
  }

  get busy(): boolean {
    return this.state.kind === 'preparing';
  }

  /** Stores what is typed, then writes: the file never lags behind the page. */
  async write(form: FormName): Promise<void> {
    if (this.busy) return;
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
      this.#work.during('reports.export', () => this.#bridge.call('reports.export', { report, form })),
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
