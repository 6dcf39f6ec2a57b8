import type { Bridge } from '../../../shared/contract/bridge.ts';
import type { RequestOutput } from '../../../shared/contract/requests.ts';
import type { Failure } from '../../../shared/failure.ts';
import { formProblems, isBroken, type FormProblem } from '../../../shared/model/forms/form-problems.ts';
import { hiddenContent, type HiddenField } from '../../../shared/model/forms/hidden-content.ts';
import type { OfficeForm } from '../../../shared/model/forms/office-form.ts';
import { officialForm } from '../../../shared/model/forms/official-form.ts';
import { sameValue } from '../../../shared/model/same-value.ts';
import type { ReportEditor } from '../editing/report-editor.svelte.ts';
import { ReportWriter } from '../editing/report-writer.ts';
import type { FileQuestions } from '../page/file-questions.svelte.ts';

/** A form to choose, and where it is from: this report's own, one that the program brings, one of another report, a file. */
export interface ChoosableForm {
  readonly id: string;
  readonly form: OfficeForm;
  readonly from: 'here' | RequestOutput<'forms.list'>[number]['from'] | 'file';
}

/** Choosing the form in which a report is written. */
export class FormChoice {
  forms: readonly ChoosableForm[] = $state.raw([]);
  chosen: OfficeForm = $state.raw(officialForm);
  failure: Failure | null = $state.raw(null);
  /** Where the chosen form was written last; null for nowhere. */
  written: string | null = $state.raw(null);

  readonly #bridge: Bridge;
  readonly #questions: FileQuestions;
  readonly #editor: ReportEditor;

  constructor(bridge: Bridge, questions: FileQuestions, editor: ReportEditor) {
    this.#bridge = bridge;
    this.#questions = questions;
    this.#editor = editor;
    this.chosen = this.current;
    this.#offer([]);
  }

  /** The form in which the report is written now. */
  get current(): OfficeForm {
    return this.#editor.content.officeForm ?? officialForm;
  }

  /** Where the chosen form is from. */
  get from(): ChoosableForm['from'] {
    return this.forms.find(({ form }) => sameValue(form, this.chosen))?.from ?? 'here';
  }

  get isCurrent(): boolean {
    return sameValue(this.chosen, this.current);
  }

  /** What rows hold and neither document of the chosen form shows, though one of the present form does. */
  readonly hidden: readonly HiddenField[] = $derived.by(() =>
    hiddenContent(
      this.#editor.content.rows.map(({ initiative }) => initiative),
      this.current,
      this.chosen,
    ),
  );

  /** What is wrong with the chosen form. */
  readonly problems: readonly FormProblem[] = $derived.by(() => formProblems(this.chosen));

  /** It can be used: it is another one, and whole. */
  get isUsable(): boolean {
    return !this.isCurrent && !this.problems.some(isBroken);
  }

  async list(): Promise<void> {
    const answer = await this.#bridge.call('forms.list', {});
    if (answer.ok) this.#offer(answer.value);
    else this.failure = answer.failure;
  }

  choose(id: string): void {
    const found = this.forms.find((each) => each.id === id);
    if (found === undefined) return;
    this.chosen = found.form;
    this.failure = null;
    this.written = null;
  }

  /** Asks for a form's file, and chooses what is in it. */
  async read(): Promise<void> {
    this.failure = null;
    const answer = await this.#questions.during(() => this.#bridge.call('forms.read', {}));
    if (!answer.ok) {
      if (answer.failure.code !== 'cancelled') this.failure = answer.failure;
      return;
    }
    const { form } = answer.value;
    if (!this.forms.some((each) => sameValue(each.form, form))) this.#add(form, 'file');
    this.choose(this.forms.find((each) => sameValue(each.form, form))?.id ?? '');
  }

  /** Asks for a Word file with a table that an office uses; a form after it, null where there is none. */
  async propose(): Promise<RequestOutput<'forms.propose'> | null> {
    this.failure = null;
    const answer = await this.#questions.during(() => this.#bridge.call('forms.propose', {}));
    if (answer.ok) return answer.value;
    if (answer.failure.code !== 'cancelled') this.failure = answer.failure;
    return null;
  }

  /** Writes the chosen form to a file. */
  async write(): Promise<void> {
    this.failure = null;
    const form = this.chosen;
    const answer = await this.#questions.during(() => this.#bridge.call('forms.write', { form }));
    if (answer.ok) this.written = answer.value.path;
    else if (answer.failure.code !== 'cancelled') this.failure = answer.failure;
  }

  /** Writes the report in the chosen form from now on; false when that can't be. */
  use(): boolean {
    if (!this.isUsable) return false;
    if (this.#editor.refuses()) return false;
    new ReportWriter(this.#editor).setForm(sameValue(this.chosen, officialForm) ? null : this.chosen);
    return true;
  }

  #offer(listed: RequestOutput<'forms.list'>): void {
    this.forms = [];
    if (!listed.some(({ form }) => sameValue(form, this.current))) this.#add(this.current, 'here');
    for (const { form, from } of listed) this.#add(form, from);
  }

  #add(form: OfficeForm, from: ChoosableForm['from']): void {
    this.forms = [...this.forms, { id: `${this.forms.length}`, form, from }];
  }
}
