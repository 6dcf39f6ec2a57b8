import { fiscalYearAt, yearLabelOf } from '../../shared/model/fiscal-year.ts';
import type { ReportHeading } from '../../shared/model/report.ts';
import { newReportWords } from '../words/new-report-words.ts';

type TextFieldName = Exclude<keyof ReportHeading, 'fiscalYear'>;

/** What is being filled in for a new report. What follows from another field does so until it is touched. */
export class NewReport {
  heading: ReportHeading = $state.raw() as ReportHeading;
  /** Fields that were empty at the last try. */
  missing: readonly TextFieldName[] = $state.raw([]);
  #touched: ReadonlySet<TextFieldName> = new Set();

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

  chooseYear(fiscalYear: number): void {
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
