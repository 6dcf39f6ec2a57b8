import type { Bridge } from '../../../shared/contract/bridge.ts';
import type { Imported } from '../../../shared/contract/exchange-requests.ts';
import type { Reading } from '../../../shared/contract/import-requests.ts';
import type { ReportSummary } from '../../../shared/contract/report-requests.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { ReportHeading } from '../../../shared/model/report.ts';
import type { FileQuestions } from '../page/file-questions.svelte.ts';
import { importOutcome, type ImportOutcome } from './import-outcome.ts';
import { sameButMarks } from './same-but-marks.ts';
import { writtenHeading } from '../editing/written-heading.ts';

export type ReadingCell = Reading['cells'][number] & { readonly differs: boolean };

export interface ReadingRow {
  readonly number: number;
  readonly title: string;
  readonly cells: readonly ReadingCell[];
  readonly differing: number;
}

/** How tracked changes of the file are taken. */
export type ChangesTaken = 'accepted' | 'original';

export const headingParts = [
  'municipality',
  'department',
  'fiscalYear',
  'yearLabel',
  'headPost',
  'headName',
] as const;

/** A report typed in Word on its way in: chosen, read, shown, completed, stored. */
export class WordImport {
  busy = $state(false);
  /** What was understood; null while nothing is on show. */
  reading: Reading | null = $state.raw(null);
  heading: ReportHeading | null = $state.raw(null);
  changes: ChangesTaken = $state('accepted');
  /** Why the file could not be read. */
  failure: Failure | null = $state.raw(null);
  /** Why the reading could not be stored, or read again. */
  storeFailure: Failure | null = $state.raw(null);
  readonly #bridge: Bridge;
  readonly #questions: FileQuestions;

  constructor(bridge: Bridge, questions: FileQuestions) {
    this.#bridge = bridge;
    this.#questions = questions;
  }

  /** Asks for a file and reads it, or reads the one that was dropped. */
  async read(dropped?: string): Promise<void> {
    await this.#read('accepted', dropped === undefined ? {} : { dropped });
  }

  /** Reads the file again, its tracked changes taken the other way; what was written above it stays. */
  async readAs(changes: ChangesTaken): Promise<void> {
    const { reading, heading } = this;
    if (reading === null || heading === null) return;
    const written = Object.fromEntries(
      headingParts
        .filter((part) => heading[part] !== reading.heading[part])
        .map((part) => [part, heading[part]]),
    );
    await this.#read(changes, { again: reading.id }, written);
  }

  async #read(
    changes: ChangesTaken,
    which: { readonly dropped?: string; readonly again?: string },
    written: Partial<ReportHeading> = {},
  ): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.failure = null;
    this.storeFailure = null;
    const answer = await this.#questions.during(() =>
      this.#bridge.call('imports.read', { changes, ...which }),
    );
    this.busy = false;
    if (answer.ok) {
      this.reading = answer.value;
      this.heading = { ...answer.value.heading, ...written };
      this.changes = changes;
    } else if (answer.failure.code !== 'cancelled') {
      if (this.reading === null) this.failure = answer.failure;
      else this.storeFailure = answer.failure;
    }
  }

  /** Shows a reading that waits. */
  async show(reading: string): Promise<void> {
    const answer = await this.#bridge.call('imports.show', { reading });
    if (!answer.ok) this.failure = answer.failure;
    else {
      this.reading = answer.value;
      this.heading = answer.value.heading;
      this.changes = 'accepted';
    }
  }

  write(field: keyof ReportHeading, value: string | number): void {
    if (this.heading !== null) this.heading = writtenHeading(this.heading, field, value);
  }

  /** What storing the reading would do, among the reports that there are. */
  outcome(reports: readonly ReportSummary[]): ImportOutcome | null {
    const { reading, heading } = this;
    if (reading === null || heading === null) return null;
    return importOutcome({ heading, needs: ['fiscalYear'], updates: reading.updates }, reports);
  }

  /** Stores the reading; null when that failed. */
  async store(): Promise<Imported | null> {
    const { reading, heading } = this;
    if (reading === null || heading === null || this.busy) return null;
    this.busy = true;
    const answer = await this.#bridge.call('imports.store', { reading: reading.id, heading });
    this.busy = false;
    this.storeFailure = answer.ok ? null : answer.failure;
    if (!answer.ok) return null;
    this.close();
    return answer.value;
  }

  close(): void {
    this.reading = null;
    this.heading = null;
    this.failure = null;
    this.storeFailure = null;
  }
}

/** The rows of a reading, each cell with whether it says otherwise than the file. */
export function rowsOf(reading: Reading): ReadingRow[] {
  const cells = reading.cells.map((cell) => ({
    ...cell,
    // Rows without numbers get theirs from their order: there is nothing to see to.
    differs:
      !(cell.field === 'number' && cell.says.length === 0) && !sameButMarks(cell.says, cell.understood),
  }));
  const byRow = Map.groupBy(cells, ({ row }) => row);
  return Array.from({ length: reading.rows }, (_, at) => {
    const own = byRow.get(at + 1) ?? [];
    return {
      number: at + 1,
      title: own.find(({ field }) => field === 'title')?.understood.join('') ?? '',
      cells: own,
      differing: own.filter(({ differs }) => differs).length,
    };
  });
}
