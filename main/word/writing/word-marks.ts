/** What a Word file carries so that it is known when it comes back. */
export interface WordMarks {
  /** The report's identifier. */
  readonly report: string;
  readonly revision: number;
  readonly contentHash: string;
  /** The form's name. */
  readonly form: string;
  /** Of a section's rows that were given out: whose they are, and where they come from. Left out of a report. */
  readonly givenOut?: GivenOutMarks;
}

/** What a Word file says of the distribution that it is. */
export interface GivenOutMarks {
  readonly section: string;
  /** After how many steps of the report its rows were given out, and the last of these ('' for none). */
  readonly start: { readonly sequence: number; readonly step: string };
  /** What its cover says besides. */
  readonly deadline: string;
  readonly note: string;
  readonly by: string;
}
