import type { ReadingSummary } from '../../../shared/contract/import-requests.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { ReportHeading } from '../../../shared/model/report.ts';
import { headingParts, type ChangesTaken } from './word-import.svelte.ts';
import { writtenHeading } from '../editing/written-heading.ts';

/** What a report can't be known by without. */
export const neededParts = ['municipality', 'department', 'fiscalYear'] as const;
export type NeededPart = (typeof neededParts)[number];

/** One of many Word files that were read and wait to be stored. */
export class ImportEntry {
  reading: ReadingSummary = $state.raw() as ReadingSummary;
  heading: ReportHeading = $state.raw() as ReportHeading;
  /** The person wants it stored. */
  chosen = $state(false);
  changes: ChangesTaken = $state('accepted');
  /** Why it was not stored, or could not be read again. */
  failure: Failure | null = $state.raw(null);
  /** The person stopped before it was stored. */
  left = $state(false);
  readonly #written = new Set<keyof ReportHeading>();

  constructor(reading: ReadingSummary) {
    this.reading = reading;
    this.heading = reading.heading;
  }

  write(part: keyof ReportHeading, value: string | number): void {
    this.#written.add(part);
    this.heading = writtenHeading(this.heading, part, value);
  }

  /** Writes what was written for all files, where this one does not say it and nobody wrote it here. */
  writeForAll(part: keyof ReportHeading, value: string): void {
    if (!this.says(part) && !this.#written.has(part)) this.heading = { ...this.heading, [part]: value };
  }

  /** The same file read again otherwise; what was written above it stays. */
  readAgain(reading: ReadingSummary, changes: ChangesTaken): void {
    const { heading, reading: before } = this;
    const kept = headingParts
      .filter((part) => heading[part] !== before.heading[part])
      .map((part) => [part, heading[part]] as const);
    this.reading = reading;
    this.changes = changes;
    this.heading = { ...reading.heading, ...Object.fromEntries(kept) };
  }

  /** The file itself says it. */
  says(part: keyof ReportHeading): boolean {
    return !this.reading.missing.includes(part);
  }

  get lacking(): NeededPart[] {
    return neededParts.filter((part) => {
      const value = this.heading[part];
      return typeof value === 'number' ? value === 0 : value.trim() === '';
    });
  }

  isOfSameReport(other: Pick<ReportHeading, NeededPart>): boolean {
    return neededParts.every((part) => this.heading[part] === other[part]);
  }
}
