import { applyEdits, applyInitiativeEdit } from '../../../shared/model/apply-edit.ts';
import { isReportEdit, type Edit, type InitiativeEdit } from '../../../shared/model/edits.ts';
import type { Form } from '../../../shared/model/form.ts';
import type { Initiative, Report, ReportHeading, WritingStage } from '../../../shared/model/report.ts';
import { formOfStage, writingStageOf } from '../../../shared/model/stage.ts';
import { Row } from './row.svelte.ts';

/** The report as the page shows it: its heading, and one small holder a row. */
export class ReportContent {
  readonly id: string;
  heading: ReportHeading = $state.raw() as ReportHeading;
  rows: readonly Row[] = $state.raw([]);
  /** As a person chose it; null where nobody did. */
  chosenStage: WritingStage | null = $state.raw(null);
  /** What is being written. */
  readonly stage: WritingStage = $derived(writingStageOf(this.chosenStage, initiativesOf(this.rows)));
  /** What is asked for, shown and counted: the form of the stage. */
  readonly form: Form = $derived(formOfStage(this.stage));

  constructor(report: Report) {
    this.id = report.id;
    this.heading = headingOf(report);
    this.chosenStage = report.stage;
    this.rows = report.initiatives.map((initiative) => new Row(initiative));
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
    this.heading = headingOf(report);
    this.chosenStage = report.stage;
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
    return { id: this.id, ...this.heading, stage: this.chosenStage, initiatives };
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
