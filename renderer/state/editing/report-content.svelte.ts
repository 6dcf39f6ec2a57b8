import { applyEdits, applyInitiativeEdit } from '../../../shared/model/apply-edit.ts';
import { isReportEdit, type Edit, type InitiativeEdit } from '../../../shared/model/edits.ts';
import type { Form, FormName } from '../../../shared/model/form.ts';
import type { Initiative, Report, ReportHeading, WritingStage } from '../../../shared/model/report.ts';
import { formOfReport, withForm } from '../../../shared/model/forms/form-of-report.ts';
import type { OfficeForm } from '../../../shared/model/forms/office-form.ts';
import type { OwnsFields } from '../../../shared/model/fields/values.ts';
import { withStanding, type ReportStanding } from '../../../shared/model/states/standing.ts';
import { writingStageOf } from '../../../shared/model/stage.ts';
import { Row } from './row.svelte.ts';

/** The report as the page shows it: its heading, and one small holder a row. */
export class ReportContent {
  readonly id: string;
  heading: ReportHeading = $state.raw() as ReportHeading;
  rows: readonly Row[] = $state.raw([]);
  /** As a person chose it; null where nobody did. */
  chosenStage: WritingStage | null = $state.raw(null);
  /** Where it is beside what is being written; null where it was always only written. */
  standing: ReportStanding | null = $state.raw(null);
  /** The form that it is written in; null for the official one. */
  officeForm: OfficeForm | null = $state.raw(null);
  /** What is being written. */
  readonly stage: WritingStage = $derived(writingStageOf(this.chosenStage, initiativesOf(this.rows)));
  /** What is asked for, shown and counted: the document that is being written, in the report's form. */
  readonly form: Form = $derived(this.formNamed(this.stage));
  /** What the report's own fields hold. */
  #own: OwnsFields['own'] = $state.raw();

  constructor(report: Report) {
    this.id = report.id;
    this.#showHeading(report);
    this.rows = report.initiatives.map((initiative) => new Row(initiative));
  }

  /** A document of the report, in the report's form. */
  formNamed(name: FormName): Form {
    return formOfReport(withForm({}, this.officeForm), name);
  }

  row(id: string): Row | undefined {
    return this.rows.find((row) => row.id === id);
  }

  /** A row's place, from 0; -1 when it is not here. */
  placeOf(id: string): number {
    return this.rows.findIndex((row) => row.id === id);
  }

  /** Shows edits made on this page. They were made from what is on show: anything else is a bug. */
  apply(edits: readonly Edit[]): void {
    const [edit, ...others] = edits;
    if (edit !== undefined && others.length === 0 && !isReportEdit(edit)) {
      this.#applyToRow(edit);
      return;
    }
    // All at once: the rows are gathered and shown anew a single time, however many edits there are.
    const changed = applyEdits(this.report(), edits);
    if (!changed.ok) throw staleEdit(edits);
    this.show(changed.value);
  }

  /** What most edits are: a key in one row, which leaves the others alone. */
  #applyToRow(edit: InitiativeEdit): void {
    const row = this.row(edit.initiative);
    const changed = row === undefined ? undefined : applyInitiativeEdit(row.initiative, edit);
    if (row === undefined || !changed?.ok) throw staleEdit([edit]);
    row.initiative = changed.value;
  }

  /** Shows another state of the report; rows that stay keep their holders, and so their focus. */
  show(report: Report): void {
    this.#showHeading(report);
    const known = new Map(this.rows.map((row) => [row.id, row]));
    const rows = report.initiatives.map((initiative) => {
      const row = known.get(initiative.id) ?? new Row(initiative);
      row.initiative = initiative;
      return row;
    });
    const same = rows.length === this.rows.length && rows.every((row, at) => row === this.rows[at]);
    if (!same) this.rows = rows;
  }

  /** Everything on show as one value. */
  report(): Report {
    const initiatives = this.rows.map(({ initiative }) => initiative);
    const report: Report = {
      id: this.id,
      ...this.heading,
      stage: this.chosenStage,
      ...(this.#own === undefined ? {} : { own: this.#own }),
      initiatives,
    };
    return withForm(withStanding(report, this.standing), this.officeForm);
  }

  #showHeading(report: Report): void {
    this.heading = headingOf(report);
    this.chosenStage = report.stage;
    this.officeForm = report.form ?? null;
    this.standing = report.standing ?? null;
    this.#own = report.own;
  }

  /** The sections named so far, each once, in order. */
  sections(): string[] {
    return [...new Set(this.rows.map(({ section }) => section))].filter((section) => section !== '');
  }
}

/** One after the other, so that only the rows up to the first with a result are followed. */
function* initiativesOf(rows: readonly Row[]): Iterable<Initiative> {
  for (const { initiative } of rows) yield initiative;
}

function staleEdit(edits: readonly Edit[]): Error {
  return new Error(`the page made a stale edit: ${[...new Set(edits.map(({ kind }) => kind))].join(', ')}`);
}

function headingOf(report: Report): ReportHeading {
  const { municipality, department, fiscalYear, yearLabel, headPost, headName } = report;
  return { municipality, department, fiscalYear, yearLabel, headPost, headName };
}
