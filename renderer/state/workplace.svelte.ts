import { tick } from 'svelte';
import type { Accepted, StepSummary } from '../../shared/contract/report-requests.ts';
import type { Result } from '../../shared/result.ts';
import { failureSentences } from '../../shared/words/failure-sentences.ts';
import { reportWords } from '../words/report-words.ts';
import { stepName } from '../words/step-name.ts';
import { focusLater } from '../writing/focus-later.ts';
import type { Navigation, RoutePlace } from './navigation.svelte.ts';
import type { Notices } from './notices.svelte.ts';
import type { ReportEditor } from './report-editor.svelte.ts';
import { ReportWriter } from './report-writer.ts';
import type { Row } from './row.svelte.ts';

/** Where a person is in an open report, and what the bars, the row list and the keys do there. */
export class Workplace {
  readonly editor: ReportEditor;
  readonly #navigation: Navigation;
  readonly #notices: Notices;
  readonly #place: () => RoutePlace;
  readonly #writer: ReportWriter;

  constructor(editor: ReportEditor, navigation: Navigation, notices: Notices, place: () => RoutePlace) {
    this.editor = editor;
    this.#navigation = navigation;
    this.#notices = notices;
    this.#place = place;
    this.#writer = new ReportWriter(editor);
  }

  get atHeading(): boolean {
    return this.#place().kind === 'heading';
  }

  /** The row on show; a row that is gone gives way to the first. Null at the heading or without rows. */
  get row(): Row | null {
    const place = this.#place();
    if (place.kind === 'heading') return null;
    const { content } = this.editor;
    return (place.kind === 'row' ? content.row(place.row) : undefined) ?? content.rows[0] ?? null;
  }

  /** Names what is on show: a row, the heading; null in a report without rows. */
  get place(): string | null {
    return this.atHeading ? 'heading' : (this.row?.id ?? null);
  }

  /** The row's place from 0; -1 when none is on show. */
  get at(): number {
    const { row } = this;
    return row === null ? -1 : this.editor.content.placeOf(row.id);
  }

  select(place: RoutePlace): void {
    this.editor.leave();
    this.#go(place);
    void focusLater('place-heading');
  }

  /** Notes that a person has gone to a row by themselves: nothing moves, and no way back is kept. */
  follow(row: string): void {
    if (this.place !== row) this.#navigation.replace(this.#route({ kind: 'row', row }));
  }

  selectBy(by: 1 | -1): void {
    const next = this.editor.content.rows[this.at + by];
    if (next !== undefined) this.select({ kind: 'row', row: next.id });
  }

  addRow(): void {
    const row = this.#writer.addRow(this.row?.id ?? null);
    this.#go({ kind: 'row', row });
    void focusLater(`${row}-title`);
  }

  removeRow(): void {
    const { row, at } = this;
    if (row === null) return;
    const { rows } = this.editor.content;
    const next = rows[at + 1] ?? rows[at - 1];
    const putBack = this.#writer.removeRow(row.id);
    this.#navigation.replace(
      this.#route(next === undefined ? { kind: 'start' } : { kind: 'row', row: next.id }),
    );
    void focusLater(next === undefined ? 'add-row' : 'place-heading');
    this.#notices.show(reportWords.removed(at + 1, row.initiative.title), {
      label: reportWords.putBack,
      run: () => {
        putBack();
        this.select({ kind: 'row', row: row.id });
      },
    });
  }

  async moveRow(by: 1 | -1): Promise<void> {
    const { row } = this;
    const focused = document.activeElement;
    if (row === null || !this.#writer.moveRow(row.id, by)) return;
    this.#notices.show(reportWords.moved(this.at + 1));
    // The list moves the row's own link, which takes the focus from it.
    await tick();
    if (focused instanceof HTMLElement) focused.focus();
  }

  async undo(): Promise<void> {
    const step = this.editor.history.undo;
    this.#tell(await this.editor.undo(), step, reportWords.undone, reportWords.undo);
  }

  async redo(): Promise<void> {
    const step = this.editor.history.redo;
    this.#tell(await this.editor.redo(), step, reportWords.redone, reportWords.redo);
  }

  /** Ctrl+S: everything is saved by itself, and a person who asks is told so. */
  async reassure(): Promise<void> {
    const saved = await this.editor.flush();
    this.#notices.show(saved ? reportWords.savedReassurance : reportWords.notSavedYet);
  }

  leave(): void {
    this.editor.leave();
    this.#navigation.go({ name: 'reports' });
  }

  #tell(
    answer: Result<Accepted>,
    step: StepSummary | null,
    done: (name: string) => string,
    plain: string,
  ): void {
    if (!answer.ok) {
      const { happened, safe } = failureSentences(answer.failure);
      this.#notices.show(happened + safe);
      return;
    }
    // What was typed a moment ago was stored first and is what was taken back: its name is not known here.
    const summary = step ?? answer.value.history.redo;
    this.#notices.show(summary === null ? plain : done(stepName(summary)));
    const row = summary?.row ?? null;
    const shown = row === null ? undefined : this.editor.content.rows[row - 1];
    if (shown !== undefined && shown !== this.row) this.#go({ kind: 'row', row: shown.id });
  }

  #go(place: RoutePlace): void {
    this.#navigation.go(this.#route(place));
  }

  #route(place: RoutePlace) {
    return { name: 'report', report: this.editor.content.id, place } as const;
  }
}
