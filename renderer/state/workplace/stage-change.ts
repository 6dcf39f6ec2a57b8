import { tick } from 'svelte';
import { stageWords as words } from '../../words/stage-words.ts';
import { offerUndo } from '../editing/offer-undo.ts';
import type { ReportEditor } from '../editing/report-editor.svelte.ts';
import { ReportWriter } from '../editing/report-writer.ts';
import type { Notices } from '../page/notices.svelte.ts';
import type { WordWork } from '../word/word-work.svelte.ts';

/** Beginning the report on what was declared, and going back to the declaration. */
export class StageChange {
  readonly #editor: ReportEditor;
  readonly #writer: ReportWriter;
  readonly #notices: Notices;
  readonly #word: WordWork;
  readonly #undo: () => void;

  constructor(editor: ReportEditor, notices: Notices, word: WordWork, undo: () => void) {
    this.#editor = editor;
    this.#writer = new ReportWriter(editor);
    this.#notices = notices;
    this.#word = word;
    this.#undo = undo;
  }

  /** A signed declaration goes on as the next 版, whose reason a person writes first. */
  begin(): void {
    if (this.#word.signOffs.signed) this.#word.dialog = 'begin-report';
    else this.#change('report', words.begun);
  }

  goBack(): void {
    this.#change('declaration', words.wentBack);
  }

  #change(stage: 'declaration' | 'report', done: string): void {
    if (this.#editor.refuses()) return;
    if (!this.#writer.setStage(stage)) return;
    offerUndo(this.#notices, this.#editor, done, this.#undo);
    // The button that was pressed is gone; reading goes on at the row.
    void tick().then(() => {
      if (document.activeElement === document.body) document.getElementById('place-heading')?.focus();
    });
  }
}
