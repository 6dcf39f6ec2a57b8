import type { Bridge } from '../../../shared/contract/bridge.ts';
import type { Imported, ReadFile, Reading, StoredFile } from '../../../shared/contract/import-requests.ts';
import type { ReportSummary } from '../../../shared/contract/report-requests.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { ReportHeading } from '../../../shared/model/report.ts';
import type { FileQuestions } from '../page/file-questions.svelte.ts';
import type { ImportOutcome } from './import-outcome.ts';
import { ImportEntry, type ChangesTaken } from './import-entry.svelte.ts';
import type { LongWork } from '../page/long-work.svelte.ts';
import { FileImport } from './file-import.svelte.ts';

export type RefusedFile = Extract<ReadFile, { kind: 'refused' }>;
type Stored = Extract<StoredFile, { kind: 'stored' }>;

interface Parts {
  readonly bridge: Bridge;
  readonly questions: FileQuestions;
  readonly work: LongWork;
  /** The reports that there are. */
  readonly reports: () => readonly ReportSummary[];
}

/** Files on their way in, one or many at once: chosen, read, listed, completed, stored. */
export class FileImports {
  busy = $state(false);
  /** They are being stored, and can be stopped between two of them. */
  storing = $state(false);
  /** What waits to be stored, by year; null while nothing is on show. */
  entries: readonly ImportEntry[] | null = $state.raw(null);
  refused: readonly RefusedFile[] = $state.raw([]);
  /** What was stored while the list stood there. */
  stored: readonly Stored[] = $state.raw([]);
  /** Why nothing could be read, or stored. */
  failure: Failure | null = $state.raw(null);
  /** Something that was stored was taken back again. */
  takenBack = $state(false);
  takeBackFailure: Failure | null = $state.raw(null);
  /** One of the list, with its text. */
  looked: { readonly entry: ImportEntry; readonly reading: Reading } | null = $state.raw(null);
  /** The person asked to store: what lacks is said from now on. */
  asked = $state(false);
  /** Takes over where one file alone was chosen. */
  readonly one: FileImport;
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.one = new FileImport(parts.bridge);
  }

  get chosen(): ImportEntry[] {
    return (this.entries ?? []).filter(({ chosen }) => chosen);
  }

  /** Asks for files of a kind and reads them, or those that were dropped; a single one goes the way of one. */
  async read(kind: 'word' | 'json', dropped: readonly string[] = []): Promise<void> {
    if (this.busy) return;
    const { one } = this;
    const { bridge, questions, work } = this.#parts;
    this.busy = true;
    one.close();
    const answer = await work.during('imports.readMany', () =>
      questions.during(() => bridge.call('imports.readMany', { kind, dropped })),
    );
    this.busy = false;
    if (!answer.ok) {
      if (answer.failure.code !== 'cancelled') one.failure = answer.failure;
      return;
    }
    const { files } = answer.value;
    const [first] = files;
    if (files.length === 1 && first !== undefined) {
      if (first.kind === 'refused') one.failure = first.failure;
      else await one.show(first.reading.id);
      return;
    }
    this.#list(files);
  }

  #list(files: readonly ReadFile[]): void {
    // An update takes nothing away, and what was hardly understood is not ticked in it: it is stored like a single
    // file. What is written above a file can make it another one's twin, or that of a signed report: then it is
    // no longer stored unless the person says so.
    const isOffered = (entry: ImportEntry): boolean =>
      this.outcome(entry).kind !== 'signed' && this.twin(entry) === undefined;
    const entries = files
      .flatMap((file) =>
        file.kind === 'read' ? [new ImportEntry(this.#parts.bridge, file.reading, isOffered)] : [],
      )
      .sort(byYear);
    this.refused = files.filter((file) => file.kind === 'refused');
    this.stored = [];
    this.failure = null;
    this.takenBack = false;
    this.takeBackFailure = null;
    this.asked = false;
    this.entries = entries;
  }

  /** What storing the file would do. */
  outcome(entry: ImportEntry): ImportOutcome {
    return entry.outcome(this.#parts.reports());
  }

  /** Another file that brings the same row of the same report. */
  twin(entry: ImportEntry): ImportEntry | undefined {
    return this.entries?.find((other) => areTwins(entry, other));
  }

  /** Another chosen file of the same report, which brings other rows of it. */
  companion(entry: ImportEntry): ImportEntry | undefined {
    return this.entries?.find((other) => other.chosen && areOfOneReport(entry, other));
  }

  /** Writes a part of the heading for all files that do not say it. */
  writeForAll(part: keyof ReportHeading, value: string): void {
    for (const entry of this.entries ?? []) entry.writeForAll(part, value);
  }

  async look(entry: ImportEntry): Promise<void> {
    const answer = await this.#parts.bridge.call('imports.show', { reading: entry.reading.id });
    if (answer.ok) this.looked = { entry, reading: answer.value };
    else entry.failure = answer.failure;
  }

  /** Reads a file again, its tracked changes taken the other way. */
  async readAs(entry: ImportEntry, changes: ChangesTaken): Promise<void> {
    const again = entry.reading.id;
    const answer = await this.#parts.bridge.call('imports.read', { again, changes });
    if (!answer.ok) {
      entry.failure = answer.failure;
      return;
    }
    entry.failure = null;
    entry.readAgain(answer.value, changes);
    if (this.looked?.entry === entry) this.looked = { entry, reading: answer.value };
  }

  /** The first chosen file that can't be stored as it is; undefined when all can. */
  get unready(): ImportEntry | undefined {
    const { chosen } = this;
    return chosen.find(
      (entry) => entry.lacking.length > 0 || chosen.some((other) => areTwins(entry, other)),
    );
  }

  /** Stores what is chosen; what was not stored stays in the list. */
  async store(): Promise<void> {
    const { chosen } = this;
    this.asked = true;
    if (chosen.length === 0 || this.unready !== undefined || this.busy) return;
    const { bridge, work } = this.#parts;
    this.busy = true;
    this.storing = true;
    // What is not ticked by itself is known once it was said what storing would do.
    await Promise.all(chosen.map((entry) => entry.weigh()));
    const readings = chosen.map(({ wish }) => wish);
    const answer = await work.during('imports.storeMany', () =>
      bridge.call('imports.storeMany', { readings }),
    );
    this.busy = false;
    this.storing = false;
    this.failure = answer.ok ? null : answer.failure;
    if (answer.ok) this.#settle(answer.value.files);
  }

  #settle(files: readonly StoredFile[]): void {
    const outcomes = new Map(files.map((file) => [file.reading, file]));
    for (const entry of this.entries ?? []) {
      const outcome = outcomes.get(entry.reading.id);
      entry.failure = outcome?.kind === 'refused' ? outcome.failure : null;
      entry.left = outcome?.kind === 'left';
    }
    this.takenBack = false;
    this.stored = [...this.stored, ...files.filter((file) => file.kind === 'stored')];
    this.entries = (this.entries ?? []).filter(
      ({ reading }) => outcomes.get(reading.id)?.kind !== 'stored',
    );
    this.asked = false;
  }

  /** Takes back what was stored while the list stood there, the last first; what could not be stays listed. */
  async takeBack(undo: (imported: Imported) => Promise<Failure | null>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.takeBackFailure = null;
    for (const file of this.stored.toReversed()) {
      const failure = file.imported.made === 'same' ? null : await undo(file.imported);
      if (failure === null) this.stored = this.stored.filter((other) => other !== file);
      else this.takeBackFailure = failure;
    }
    this.takenBack = true;
    this.busy = false;
  }

  /** A file that stands alone is on show, or a list of several. */
  get shown(): boolean {
    return this.entries !== null || this.one.reading !== null;
  }

  close(): void {
    this.entries = null;
    this.refused = [];
    this.stored = [];
    this.failure = null;
    this.looked = null;
  }
}

function areOfOneReport(one: ImportEntry, other: ImportEntry): boolean {
  return one !== other && one.lacking.length === 0 && one.isOfSameReport(other.heading);
}

function areTwins(one: ImportEntry, other: ImportEntry): boolean {
  if (!areOfOneReport(one, other)) return false;
  const names = new Set(one.reading.names);
  return other.reading.names.some((name) => names.has(name));
}

/** Those without a year last; within a year by department and name. */
function byYear(one: ImportEntry, other: ImportEntry): number {
  const yearOf = ({ heading }: ImportEntry): number => heading.fiscalYear || Number.MAX_SAFE_INTEGER;
  return (
    yearOf(one) - yearOf(other) ||
    one.heading.department.localeCompare(other.heading.department, 'ja') ||
    one.reading.fileName.localeCompare(other.reading.fileName, 'ja')
  );
}
