import type { RequestInput } from '../../../shared/contract/requests.ts';
import type { ReportSummary } from '../../../shared/contract/report-requests.ts';
import { fiscalYearAt, yearLabelOf } from '../../../shared/model/fiscal-year.ts';
import type { OfficeForm } from '../../../shared/model/forms/office-form.ts';
import type { ReportHeading, WritingStage } from '../../../shared/model/report.ts';
import { newReportWords } from '../../words/new-report-words.ts';

type TextFieldName = Exclude<keyof ReportHeading, 'fiscalYear'>;

/** What is taken over from an earlier report: its heading alone, its rows' names, or their plans and targets too. */
export const carriedParts = ['heading', 'names', 'plans'] as const;
export type CarriedParts = (typeof carriedParts)[number];

/** What is being filled in for a new report. What follows from another field does so until it is touched. */
export class NewReport {
  heading: ReportHeading = $state.raw() as ReportHeading;
  /** Fields that were empty at the last try. */
  missing: readonly TextFieldName[] = $state.raw([]);
  /** The earlier report that it goes on from; null: from none. */
  earlier: ReportSummary | null = $state.raw(null);
  carried: CarriedParts = $state('names');
  /** A year begins with what is declared. */
  stage: WritingStage = $state('declaration');
  /** The form that was chosen; null: that of the report it goes on from, else the official one. */
  form: OfficeForm | null = $state.raw(null);
  #touched: ReadonlySet<TextFieldName | 'fiscalYear'> = new Set();

  constructor(today: Date) {
    const fiscalYear = fiscalYearAt(today.getFullYear(), today.getMonth() + 1);
    this.heading = {
      municipality: '',
      department: '',
      fiscalYear,
      yearLabel: yearLabelOf(fiscalYear),
      headPost: '',
      headName: '',
    };
  }

  write(field: TextFieldName, text: string): void {
    if (text === this.heading[field]) return;
    this.#touched = new Set([...this.#touched, field]);
    this.heading = { ...this.heading, [field]: text };
    if (field === 'department' && !this.#touched.has('headPost')) {
      this.heading = { ...this.heading, headPost: newReportWords.headPostOf(text) };
    }
    this.missing = this.missing.filter((each) => this.heading[each].trim() === '');
  }

  /** Takes over the heading of an earlier report, for the year after it; what was written by hand stays. */
  goOnFrom(earlier: ReportSummary | null): void {
    this.earlier = earlier;
    if (earlier === null) return;
    for (const field of ['municipality', 'department', 'headPost', 'headName'] as const) {
      if (!this.#touched.has(field)) this.heading = { ...this.heading, [field]: earlier[field] };
    }
    if (!this.#touched.has('fiscalYear')) this.#setYear(earlier.fiscalYear + 1);
    this.missing = this.missing.filter((each) => this.heading[each].trim() === '');
  }

  /** Whether the form is that of an earlier report as long as none is chosen. */
  get followsForm(): boolean {
    return this.earlier !== null && this.carried !== 'heading';
  }

  chooseYear(fiscalYear: number): void {
    this.#touched = new Set([...this.#touched, 'fiscalYear']);
    this.#setYear(fiscalYear);
  }

  /** What main is asked for. */
  get wish(): RequestInput<'reports.create'> {
    const chosen = this.form === null ? {} : { form: this.form };
    const report = { ...this.heading, stage: this.stage, ...chosen };
    if (this.earlier === null || this.carried === 'heading') return report;
    return { ...report, from: { report: this.earlier.id, parts: this.carried } };
  }

  #setYear(fiscalYear: number): void {
    const yearLabel = this.#touched.has('yearLabel') ? this.heading.yearLabel : yearLabelOf(fiscalYear);
    this.heading = { ...this.heading, fiscalYear, yearLabel };
  }

  /** The first field that still has to be filled in; null when there is none. */
  check(): TextFieldName | null {
    const fields = ['municipality', 'department', 'yearLabel', 'headPost', 'headName'] as const;
    this.missing = fields.filter((field) => this.heading[field].trim() === '');
    return this.missing[0] ?? null;
  }
}
