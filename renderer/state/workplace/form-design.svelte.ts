import * as v from 'valibot';
import type { Bridge } from '../../../shared/contract/bridge.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { OwnField } from '../../../shared/model/fields/field.ts';
import { formOf, officeFormSchema, type OfficeForm } from '../../../shared/model/forms/office-form.ts';
import type { Form, FormName } from '../../../shared/model/form.ts';
import {
  formEdit,
  type FormDeed,
  type FormEdit,
  type FormEditPlace,
} from '../../../shared/model/forms/design/form-edit.ts';
import {
  beginHistory,
  withEdit,
  withRedo,
  withUndo,
  type FormHistory,
} from '../../../shared/model/forms/design/form-history.ts';
import { formProblems, isBroken, type FormProblem } from '../../../shared/model/forms/form-problems.ts';
import {
  formDifferences,
  type FormDifference,
} from '../../../shared/model/forms/design/form-differences.ts';
import { hiddenContent, type HiddenField } from '../../../shared/model/forms/hidden-content.ts';
import { officialForm } from '../../../shared/model/forms/official-form.ts';
import { sameValue } from '../../../shared/model/same-value.ts';
import { newIdentifier } from '../editing/new-identifier.ts';
import type { ReportEditor } from '../editing/report-editor.svelte.ts';
import { ReportWriter } from '../editing/report-writer.ts';
import type { FileQuestions } from '../page/file-questions.svelte.ts';
import { forgetDesign, keepDesign } from './kept-designs.ts';

/** What of a form a person works at. */
export const designParts = ['columns', 'fields', 'page', 'check'] as const;
export type DesignPart = (typeof designParts)[number];

interface DesignParts {
  readonly bridge: Bridge;
  readonly questions: FileQuestions;
  readonly editor: ReportEditor;
}

/** A form that is being made or changed, step by step; the report is not touched before it is used. */
export class FormDesign {
  part: DesignPart = $state('columns');
  /** The own field that is open. */
  field: OwnField | null = $state(null);
  failure: Failure | null = $state.raw(null);
  /** Where it was written last; null for nowhere. */
  written: string | null = $state.raw(null);
  readonly unknown: readonly string[];
  #document: FormName = $state() as FormName;
  #column = $state(0);
  #history: FormHistory = $state.raw() as FormHistory;
  /** The next change of the same place belongs to the last one. */
  #goesOn = false;

  readonly #bridge: Bridge;
  readonly #questions: FileQuestions;
  readonly #editor: ReportEditor;

  /** `unknown`: headings of the file after which it was proposed, each a field of its own now. */
  constructor({ bridge, questions, editor }: DesignParts, form: OfficeForm, unknown: readonly string[]) {
    this.#bridge = bridge;
    this.#questions = questions;
    this.#editor = editor;
    this.unknown = unknown;
    this.#history = beginHistory(form);
    this.#document = editor.content.form.name;
  }

  get form(): OfficeForm {
    return this.#history.form;
  }

  /** The form in which the report is written now. */
  get current(): OfficeForm {
    return this.#editor.content.officeForm ?? officialForm;
  }

  get document(): FormName {
    return this.#document;
  }

  set document(name: FormName) {
    this.settle();
    this.#document = name;
  }

  /** The document that is looked at, laid out. */
  get laidOut(): Form {
    return formOf(this.form, this.document);
  }

  /** The chosen column of the document, from 0. */
  get column(): number {
    return Math.min(this.#column, this.form[this.document].columns.length - 1);
  }

  set column(at: number) {
    this.settle();
    this.#column = at;
  }

  get done(): FormEdit | null {
    return this.#history.done.at(-1) ?? null;
  }

  get undone(): FormEdit | null {
    return this.#history.undone.at(-1) ?? null;
  }

  readonly problems: readonly FormProblem[] = $derived.by(() => formProblems(this.form));
  readonly differences: readonly FormDifference[] = $derived.by(() =>
    formDifferences(this.current, this.form),
  );
  /** What rows hold and the form does not show, though the one in use does. */
  readonly hidden: readonly HiddenField[] = $derived.by(() =>
    hiddenContent(
      this.#editor.content.rows.map(({ initiative }) => initiative),
      this.current,
      this.form,
    ),
  );

  /** It can be used: it is another one, and whole. */
  get isUsable(): boolean {
    return !sameValue(this.form, this.current) && !this.problems.some(isBroken);
  }

  /** Makes a change; nothing where `after` says the same. True when there was something to change. */
  change(deed: FormDeed, place: Partial<FormEditPlace>, after: OfficeForm): boolean {
    const edit = formEdit(deed, place, this.form, after);
    // What a text field holds on its way may be nothing that a form can say.
    if (edit === null || !v.is(officeFormSchema, after)) return false;
    this.#history = withEdit(this.#history, edit, this.#goesOn);
    this.#goesOn = true;
    this.written = null;
    this.keep();
    return true;
  }

  /** The same for the document on show. */
  changeHere(deed: FormDeed, place: Partial<FormEditPlace>, after: OfficeForm): boolean {
    return this.change(deed, { document: this.document, ...place }, after);
  }

  /** Whatever comes next is a change of its own. */
  settle(): void {
    this.#goesOn = false;
  }

  undo(): void {
    this.#show(this.done);
    this.#go(withUndo(this.#history));
  }

  redo(): void {
    this.#show(this.undone);
    this.#go(withRedo(this.#history));
  }

  newField(): OwnField {
    return `x${newIdentifier().slice(0, 9)}`;
  }

  /** Writes it to a file. */
  async write(): Promise<void> {
    this.failure = null;
    this.written = null;
    const { form } = this;
    const answer = await this.#questions.during(() => this.#bridge.call('forms.write', { form }));
    if (answer.ok) this.written = answer.value.path;
    else if (answer.failure.code !== 'cancelled') this.failure = answer.failure;
  }

  /** Writes the report in it from now on; false when that can't be. */
  use(): boolean {
    if (!this.isUsable || this.#editor.refuses()) return false;
    new ReportWriter(this.#editor).setForm(sameValue(this.form, officialForm) ? null : this.form);
    this.forget();
    return true;
  }

  /** It is there to go on with, whatever becomes of this page. */
  keep(): void {
    keepDesign(this.#editor, this.form);
  }

  /** Nothing of it is kept. */
  forget(): void {
    forgetDesign(this.#editor, this.form);
  }

  #go(history: FormHistory): void {
    this.settle();
    this.#history = history;
    this.written = null;
    this.keep();
  }

  /** What is taken back is to be seen. */
  #show(edit: FormEdit | null): void {
    if (edit?.document !== null && edit !== null) this.#document = edit.document;
    if (edit?.column !== null && edit !== null) this.#column = edit.column;
  }
}
