import { tick } from 'svelte';
import type { Accepted, StepSummary } from '../../../shared/contract/report-requests.ts';
import type { Result } from '../../../shared/result.ts';
import { emptyInitiative } from '../../../shared/model/report.ts';
import { reportWords } from '../../words/report-words.ts';
import { rowListWords } from '../../words/row-list-words.ts';
import { stepName } from '../../words/step-name.ts';
import { focusField } from './focus-field.ts';
import { focusLater } from '../../writing/focus-later.ts';
import type { Navigation } from '../page/navigation.svelte.ts';
import type { RoutePlace } from '../page/route.ts';
import type { Notices } from '../page/notices.svelte.ts';
import { copyOfRow } from '../editing/copy-of-row.ts';
import { newIdentifier } from '../editing/new-identifier.ts';
import type { ReportEditor } from '../editing/report-editor.svelte.ts';
import { ReportWriter } from '../editing/report-writer.ts';
import { RowChoice } from './row-choice.svelte.ts';
import { RowFilter } from './row-filter.svelte.ts';
import type { Row } from '../editing/row.svelte.ts';

/** The one row that a step touched, and all that there are. */
interface Standing {
  readonly touched: Row | null;
  readonly rows: ReadonlySet<string>;
}

/** Where a person is in an open report, and what the bars, the row list and the keys do there. */
export class Workplace {
  readonly editor: ReportEditor;
  readonly choice = new RowChoice();
  readonly filter = new RowFilter();
  readonly #navigation: Navigation;
  readonly #notices: Notices;
  readonly #place: () => RoutePlace;
  readonly #writer: ReportWriter;
  readonly #openComments: (row: string) => number;

  constructor(
    editor: ReportEditor,
    navigation: Navigation,
    notices: Notices,
    place: () => RoutePlace,
    openComments: (row: string) => number = () => 0,
  ) {
    this.editor = editor;
    this.#navigation = navigation;
    this.#notices = notices;
    this.#place = place;
    this.#writer = new ReportWriter(editor);
    this.#openComments = openComments;
  }

  /** The rows that the list shows. */
  listed(): readonly Row[] {
    const { rows } = this.editor.content;
    if (!this.filter.isOn) return rows;
    const around = {
      form: this.editor.content.form,
      comments: this.#openComments,
    };
    return this.filter.shown(rows, this.row?.id ?? null, around);
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

  /** Shows a place and leaves the focus where it is. */
  show(place: RoutePlace): void {
    this.editor.leave();
    this.#go(place);
  }

  /** Shows a place and goes there. */
  select(place: RoutePlace): void {
    this.editor.leave();
    this.#go(place);
    void this.#stand();
  }

  /** Notes that a person has gone to a row by themselves: nothing moves, and no way back is kept. */
  follow(row: string): void {
    if (this.place !== row) this.#navigation.replace(this.#route({ kind: 'row', row }));
  }

  selectBy(by: 1 | -1): void {
    const next = this.editor.content.rows[this.at + by];
    if (next !== undefined) this.select({ kind: 'row', row: next.id });
  }

  /** Adds a row behind the one on show. */
  addRow(): void {
    const { rows } = this.editor.content;
    this.addRowAt(this.at < 0 ? rows.length : this.at + 1);
  }

  /** Adds a row at a place, from 0, and begins to write in it. */
  addRowAt(at: number): void {
    if (this.editor.refuses()) return;
    const added = this.#writer.insertRow(at, emptyInitiative(newIdentifier()));
    if (added !== null) this.#writeIn(added);
  }

  /** Puts a copy of a row (by itself: the one on show) below it, and begins to write in its title. */
  duplicateRow(id = this.row?.id ?? ''): void {
    const { content } = this.editor;
    const row = content.row(id);
    if (row === undefined || this.editor.refuses()) return;
    const at = content.placeOf(id) + 1;
    const { title } = row.initiative;
    const added = this.#writer.insertRow(at, copyOfRow(row.initiative), { kind: 'duplicate-row' });
    if (added === null) return;
    this.#notices.show(reportWords.duplicated(at, title, at + 1));
    this.#writeIn(added, title);
  }

  removeRow(): void {
    if (this.row !== null) this.remove(new Set([this.row.id]));
  }

  /** Removes rows together, as one step, and offers to put them back. */
  remove(ids: ReadonlySet<string>): void {
    if (this.editor.refuses()) return;
    const { rows } = this.editor.content;
    const gone = rows.filter(({ id }) => ids.has(id));
    const [first] = gone;
    if (first === undefined) return;
    const at = rows.indexOf(first);
    const shown = this.row;
    const title = first.initiative.title;
    this.#pin();
    const putBack = this.#writer.removeRows(ids);
    if (putBack === null) return;
    if (shown !== null && ids.has(shown.id)) this.#showInPlaceOf(at);
    this.#notices.show(
      gone.length === 1 ? reportWords.removed(at + 1, title) : rowListWords.removed(gone.length),
      {
        label: reportWords.putBack,
        run: () => {
          putBack();
          this.select({ kind: 'row', row: first.id });
        },
      },
    );
  }

  /** Moves rows by one place among those that the list shows: what is chosen there, else the row on show. */
  async moveRow(by: 1 | -1, ids: ReadonlySet<string> = this.#moving()): Promise<void> {
    const order = this.listed().map(({ id }) => id);
    const ends = order.flatMap((id, at) => (ids.has(id) ? [at] : []));
    const [first, last] = [ends[0], ends.at(-1)];
    if (first === undefined || last === undefined) return;
    if (by < 0 ? first === 0 : last === order.length - 1) return;
    const before = by < 0 ? order[first - 1] : this.#afterListed(order[last + 1]);
    await this.move(ids, before ?? null);
  }

  /** Moves rows before another, or to the end. */
  async move(ids: ReadonlySet<string>, before: string | null): Promise<void> {
    if (this.editor.refuses()) return;
    const focused = document.activeElement;
    this.#pin();
    if (!this.#writer.moveRows(ids, before)) return;
    const { content } = this.editor;
    const number = content.rows.findIndex(({ id }) => ids.has(id)) + 1;
    this.#notices.show(ids.size === 1 ? reportWords.moved(number) : rowListWords.moved(ids.size, number));
    // What stands in another place now may have lost the focus.
    await tick();
    if (focused instanceof HTMLElement && focused !== document.activeElement) focused.focus();
  }

  async undo(): Promise<void> {
    const step = this.editor.history.undo;
    const before = this.#standing(step);
    const isOvertaken = this.#notices.awaiting();
    const answer = await this.editor.undo();
    if (answer.ok && isOvertaken()) return;
    this.#tell(answer, step, before, reportWords.undone, reportWords.undo);
  }

  async redo(): Promise<void> {
    const step = this.editor.history.redo;
    const before = this.#standing(step);
    const isOvertaken = this.#notices.awaiting();
    const answer = await this.editor.redo();
    if (answer.ok && isOvertaken()) return;
    this.#tell(answer, step, before, reportWords.redone, reportWords.redo);
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

  /** Goes to the heading of what is on show; in the whole table, to the row's title. */
  async #stand(): Promise<void> {
    await tick();
    const heading = document.getElementById('place-heading');
    (heading ?? document.getElementById(`${this.row?.id}-title`))?.focus();
  }

  /** The row on show stays on show when another one comes to stand first. */
  #pin(): void {
    const { row } = this;
    if (row === null || this.#place().kind === 'row') return;
    this.#navigation.replace(this.#route({ kind: 'row', row: row.id }));
  }

  /** What a move takes along. */
  #moving(): ReadonlySet<string> {
    if (this.choice.isMany) return this.choice.chosen;
    return new Set(this.row === null ? [] : [this.row.id]);
  }

  /** The row behind the given one in the whole report, where the list may pass over it. */
  #afterListed(id: string | undefined): string | null {
    const { content } = this.editor;
    return id === undefined ? null : (content.rows[content.placeOf(id) + 1]?.id ?? null);
  }

  /** The row on show is gone: the next one is shown, or the one before. */
  #showInPlaceOf(at: number): void {
    const { rows } = this.editor.content;
    const next = rows[at] ?? rows[at - 1];
    this.#navigation.replace(
      this.#route(next === undefined ? { kind: 'start' } : { kind: 'row', row: next.id }),
    );
    // In the list the keyboard stays there; elsewhere reading goes on at the next row.
    if (document.activeElement?.id !== 'row-list' || next === undefined) {
      void focusLater(next === undefined ? 'add-row' : 'place-heading');
    }
  }

  #tell(
    answer: Result<Accepted>,
    step: StepSummary | null,
    before: Standing,
    done: (name: string) => string,
    plain: string,
  ): void {
    if (!answer.ok) {
      this.#notices.fail(answer.failure);
      return;
    }
    // What was typed a moment ago was stored first and is what was taken back: its name is not known here.
    const summary = step ?? answer.value.history.redo;
    this.#notices.show(summary === null ? plain : done(stepName(summary, this.editor.content.form)));
    const place = summary?.row ?? null;
    const { content } = this.editor;
    // A row that is here again is stood on; one that was moved is followed to where it stands now.
    const { touched } = before;
    const shown =
      content.rows.find(({ id }) => !before.rows.has(id)) ??
      (touched === null ? undefined : content.row(touched.id)) ??
      (place === null ? undefined : content.rows[place - 1]);
    if (shown !== undefined && shown !== this.row) this.#go({ kind: 'row', row: shown.id });
  }

  /** What stands there before a step is taken back or done again. */
  #standing(step: StepSummary | null): Standing {
    const { rows } = this.editor.content;
    const place = step?.row ?? null;
    return {
      touched: place === null ? null : (rows[place - 1] ?? null),
      rows: new Set(rows.map(({ id }) => id)),
    };
  }

  /** `title` is what stands there already: it is selected, to be written over. */
  #writeIn(row: string, title = ''): void {
    this.#go({ kind: 'row', row });
    // In the whole table the cell is opened for writing first.
    void focusField({ row, field: 'title' }, title === '' ? {} : { text: title });
  }

  #go(place: RoutePlace): void {
    this.#navigation.go(this.#route(place));
  }

  #route(place: RoutePlace) {
    return { name: 'report', report: this.editor.content.id, place } as const;
  }
}
