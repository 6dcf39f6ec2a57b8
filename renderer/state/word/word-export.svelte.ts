import * as v from 'valibot';
import type { Bridge } from '../../../shared/contract/bridge.ts';
import type { Failure } from '../../../shared/failure.ts';
import { type FormName } from '../../../shared/model/form.ts';
import { reportForm } from '../../../shared/model/forms/official-form.ts';
import type { FileQuestions } from '../page/file-questions.svelte.ts';
import type { LongWork } from '../page/long-work.svelte.ts';
import { Remembered } from '../page/remembered.ts';
import type { ReportEditor } from '../editing/report-editor.svelte.ts';

/** What a person last chose: whether Word tracks the changes in an exported file. */
export const trackingRemembered = (storage: Storage): Remembered<boolean> =>
  new Remembered(storage, 'sengen.track-changes', v.boolean());

/** What is written: a document of the year as a Word file, or the whole report for another Sengen (`sengen-report/1`). */
export type ExportedThing = FormName | 'exchange';

export type ExportState =
  | { readonly kind: 'idle' }
  /** Something is still open, and the person looks at it first. */
  | { readonly kind: 'asking'; readonly form: FormName }
  /** What is typed is being stored, a name is asked for, the file is written (see LongWork). */
  | { readonly kind: 'preparing' }
  | {
      readonly kind: 'done';
      readonly thing: ExportedThing;
      readonly path: string;
      readonly warnings: readonly string[];
    }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Writing one report's files. */
export class WordExport {
  state: ExportState = $state.raw({ kind: 'idle' });
  readonly #bridge: Bridge;
  readonly #questions: FileQuestions;
  readonly #editor: ReportEditor;
  readonly #work: LongWork;
  readonly #remembered: Remembered<boolean>;
  readonly #isAnythingOpen: (form: FormName) => boolean;
  #trackChanges = $state(reportForm.trackChanges);

  constructor(
    bridge: Bridge,
    questions: FileQuestions,
    editor: ReportEditor,
    work: LongWork,
    remembered: Remembered<boolean>,
    /** Whether a document should not go out without a word. */
    isAnythingOpen: (form: FormName) => boolean = () => false,
  ) {
    this.#bridge = bridge;
    this.#questions = questions;
    this.#editor = editor;
    this.#work = work;
    this.#remembered = remembered;
    this.#isAnythingOpen = isAnythingOpen;
    this.#trackChanges = remembered.read() ?? reportForm.trackChanges;
  }

  /** Word tracks what is changed in the file. */
  get trackChanges(): boolean {
    return this.#trackChanges;
  }

  set trackChanges(track: boolean) {
    this.#trackChanges = track;
    this.#remembered.write(track);
  }

  get busy(): boolean {
    return this.state.kind === 'preparing';
  }

  /** Writes a document; where something is still open, that is shown first. */
  begin(form: FormName): void {
    if (this.busy) return;
    if (this.#isAnythingOpen(form)) this.state = { kind: 'asking', form };
    else void this.write(form);
  }

  /** Stores what is typed, then writes: the file never lags behind the page. */
  async write(thing: ExportedThing): Promise<void> {
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
      this.#work.during('reports.export', () =>
        this.#bridge.call(
          'reports.export',
          thing === 'exchange'
            ? { report, kind: 'json' }
            : { report, form: thing, trackChanges: this.#trackChanges },
        ),
      ),
    );
    if (answer.ok) this.state = { kind: 'done', thing, ...answer.value };
    else if (answer.failure.code === 'cancelled') this.state = { kind: 'idle' };
    else this.state = { kind: 'failed', failure: answer.failure };
  }

  close(): void {
    if (!this.busy) this.state = { kind: 'idle' };
  }
}
