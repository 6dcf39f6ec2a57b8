/** What a Word file carries so that it is known when it comes back. */
export interface WordMarks {
  /** The report's identifier. */
  readonly report: string;
  readonly revision: number;
  readonly contentHash: string;
  /** The form's name. */
  readonly form: string;
}
