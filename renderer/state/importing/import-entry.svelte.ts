import type { Bridge } from '../../../shared/contract/bridge.ts';
import type { ReadingSummary } from '../../../shared/contract/import-requests.ts';
import type { ReportSummary } from '../../../shared/contract/report-requests.ts';
import type { RequestInput } from '../../../shared/contract/requests.ts';
import type { Failure } from '../../../shared/failure.ts';
import { headingParts, type ReportHeading } from '../../../shared/model/report.ts';
import { writtenHeading } from '../editing/written-heading.ts';
import { ImportDecision } from './import-decision.svelte.ts';
import {
  importOutcome,
  lacks,
  neededParts,
  type ImportOutcome,
  type NeededPart,
} from './import-outcome.ts';

/** How tracked changes of the file are taken. */
export type ChangesTaken = 'accepted' | 'original';

/** A file that was read and waits to be stored, with what a person says to it. */
export class ImportEntry {
  reading: ReadingSummary = $state.raw() as ReadingSummary;
  heading: ReportHeading = $state.raw() as ReportHeading;
  changes: ChangesTaken = $state('accepted');
  /** Why it was not stored, or could not be read again. */
  failure: Failure | null = $state.raw(null);
  /** The person stopped before it was stored. */
  left = $state(false);
  readonly decision: ImportDecision;
  readonly #written = new Set<keyof ReportHeading>();
  /** What the person said; null as long as nothing. */
  #wish: boolean | null = $state(null);
  readonly #isOffered: (entry: ImportEntry) => boolean;

  /** `isOffered`: it is to be stored, unless the person says otherwise. */
  constructor(
    bridge: Bridge,
    reading: ReadingSummary,
    isOffered: (entry: ImportEntry) => boolean = () => true,
  ) {
    this.decision = new ImportDecision(bridge);
    this.reading = reading;
    this.heading = reading.heading;
    this.#isOffered = isOffered;
  }

  /** It is to be stored. */
  get chosen(): boolean {
    return this.#wish ?? this.#isOffered(this);
  }

  set chosen(chosen: boolean) {
    this.#wish = chosen;
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
    return neededParts.filter((part) => lacks(this.heading, part));
  }

  /** What storing it would do, among the reports that there are. */
  outcome(reports: readonly ReportSummary[]): ImportOutcome {
    const { heading, reading } = this;
    return importOutcome({ heading, updates: reading.updates }, reports);
  }

  isOfSameReport(other: Pick<ReportHeading, NeededPart>): boolean {
    return neededParts.every((part) => this.heading[part] === other[part]);
  }

  /** Asks what storing it would do row by row, as soon as it is said which report it is for. */
  async weigh(): Promise<void> {
    if (this.lacking.length > 0) this.decision.forget();
    else await this.decision.ask(this.reading.id, this.heading);
  }

  /** How it is stored. */
  get wish(): RequestInput<'imports.storeMany'>['readings'][number] {
    return { reading: this.reading.id, heading: this.heading, choice: this.decision.choice };
  }
}
