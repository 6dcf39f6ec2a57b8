import type { Bridge } from '../../../shared/contract/bridge.ts';
import type { RemovedReport } from '../../../shared/contract/bin-requests.ts';
import type { Library, RecentLibrary } from '../../../shared/contract/library-requests.ts';
import type { RescueOutcome } from '../../../shared/contract/rescue-outcome.ts';
import type { ReportSummary } from '../../../shared/contract/report-requests.ts';
import type { RequestInput, RequestOutput } from '../../../shared/contract/requests.ts';
import type { Failure } from '../../../shared/failure.ts';
import { success, type Result } from '../../../shared/result.ts';
import { asFailure } from '../page/as-failure.ts';
import type { FileQuestions } from '../page/file-questions.svelte.ts';

type Start = RequestOutput<'application.start'>;

/** The open library and the reports in it. */
export class LibraryShelf {
  /** Null until the program has answered for the first time. */
  started: Start | null = $state.raw(null);
  #library: Library | null = $state.raw(null);
  /** Counts up when the same file is read anew: what was shown of it may be what it held before. */
  readings = $state(0);
  reports: readonly ReportSummary[] | null = $state.raw(null);
  /** What is in the bin, the latest first. */
  removed: readonly RemovedReport[] = $state.raw([]);
  /** Why there is nothing to show, or why the last wish was not granted. */
  failure: Failure | null = $state.raw(null);
  busy = $state(false);
  /** What came back of a damaged file, until a person has read it. */
  rescued: RescueOutcome | null = $state.raw(null);
  /** Content is being taken out of a damaged file. */
  isRescuing = $state(false);
  /** The libraries that were open before, the latest first. */
  recent: readonly RecentLibrary[] = $state.raw([]);

  readonly #bridge: Bridge;
  readonly #questions: FileQuestions;

  readonly #onElsewhere: () => void;

  /** `onElsewhere`: another window opened another library, and this page still shows its own. */
  constructor(bridge: Bridge, questions: FileQuestions, onElsewhere: () => void = () => undefined) {
    this.#bridge = bridge;
    this.#questions = questions;
    this.#onElsewhere = onElsewhere;
  }

  get library(): Library | null {
    return this.#library;
  }

  set library(library: Library | null) {
    const before = this.#library;
    this.#library = library;
    if (before?.id === library?.id && before?.look?.asOf !== library?.look?.asOf) this.readings += 1;
  }

  listen(): () => void {
    return this.#bridge.on('library.changed', () => void this.start());
  }

  /**
   * Learns what is open, and reads the list. `asked` is a request for it that is under way already; the list waits
   * for `before`, which a person is waiting for.
   */
  async start(
    asked = this.#bridge.call('application.start', {}),
    before: Promise<unknown> = Promise.resolve(),
  ): Promise<void> {
    const answer = await asked;
    if (!answer.ok) {
      this.failure = answer.failure;
      return;
    }
    const { library } = answer.value;
    // While this page opens one itself, the answer to that says which.
    if (!this.busy && this.library !== null && library !== null && library.id !== this.library.id) {
      this.#onElsewhere();
      return;
    }
    this.started = answer.value;
    this.library = answer.value.library;
    this.failure = answer.value.libraryFailure === null ? null : asFailure(answer.value.libraryFailure);
    await before;
    await Promise.all([this.library === null ? undefined : this.refresh(), this.#readRecent()]);
  }

  async refresh(): Promise<void> {
    const [reports, removed] = await Promise.all([
      this.#bridge.call('reports.list', {}),
      this.#bridge.call('reports.listRemoved', {}),
    ]);
    if (reports.ok) this.reports = reports.value;
    else this.failure = reports.failure;
    this.removed = removed.ok ? removed.value : [];
  }

  /** Asks for a library and opens it, or opens the one that was dropped. */
  open(dropped?: string): Promise<boolean> {
    return this.#changeLibrary(() =>
      this.#bridge.call('library.open', dropped === undefined ? {} : { dropped }),
    );
  }

  create(): Promise<boolean> {
    return this.#changeLibrary(() => this.#bridge.call('library.create', {}));
  }

  /** Makes a library of the backup that is looked at, and opens that. */
  adoptBackup(): Promise<boolean> {
    return this.#changeLibrary(() => this.#bridge.call('backups.adopt', {}));
  }

  /** Opens one of {@link recent}. */
  openRecent(id: string): Promise<boolean> {
    return this.#changeLibrary(() => this.#bridge.call('library.openRecent', { id }));
  }

  /** Looks at a library that another program has open; at the one that is looked at as it is now. */
  look(id: string): Promise<boolean> {
    return this.#changeLibrary(() => this.#bridge.call('library.look', { id }));
  }

  /** Opens the library that is looked at for writing. */
  write(id: string): Promise<boolean> {
    return this.#changeLibrary(() => this.#bridge.call('library.write', { id }));
  }

  /** Copies the open library to this PC, and opens the copy. */
  copyHere(): Promise<boolean> {
    return this.#changeLibrary(() => this.#bridge.call('library.copyHere', {}));
  }

  /** Takes what can be read out of the file that was refused, and opens it. */
  async rescue(): Promise<boolean> {
    this.isRescuing = true;
    const done = await this.#changeLibrary(async () => {
      const answer = await this.#bridge.call('library.rescue', {});
      if (!answer.ok) return answer;
      this.rescued = answer.value.outcome;
      return success(answer.value.library);
    });
    this.isRescuing = false;
    return done;
  }

  /** Opens the file that a lost library was written out to. */
  openRescued(): Promise<boolean> {
    return this.#changeLibrary(() => this.#bridge.call('library.openRescued', {}));
  }

  /** Takes a library out of the list of recent ones; its file stays where it is. */
  async forgetRecent(id: string): Promise<void> {
    await this.#bridge.call('library.forgetRecent', { id });
    await this.#readRecent();
  }

  /** Adds the sample; its report, or null when that failed. */
  addSample(): Promise<string | null> {
    return this.#add(() => this.#bridge.call('sample.add', {}));
  }

  addReport(wish: RequestInput<'reports.create'>): Promise<string | null> {
    return this.#add(() => this.#bridge.call('reports.create', wish));
  }

  /** Puts a report in the bin; true when it is there. */
  async remove(report: string): Promise<boolean> {
    const answer = await this.#wish(() => this.#bridge.call('reports.remove', { report }));
    await this.refresh();
    return answer.ok;
  }

  /** Takes a report out of the bin; true when it is back. */
  async restore(report: string): Promise<boolean> {
    const answer = await this.#wish(() => this.#bridge.call('reports.restore', { report }));
    await this.refresh();
    return answer.ok;
  }

  async #readRecent(): Promise<void> {
    const answer = await this.#bridge.call('library.recent', {});
    if (answer.ok) this.recent = answer.value;
  }

  async #add(request: () => Promise<Result<{ readonly report: string }>>): Promise<string | null> {
    const answer = await this.#wish(request);
    return answer.ok ? answer.value.report : null;
  }

  async #changeLibrary(request: () => Promise<Result<Library>>): Promise<boolean> {
    const answer = await this.#wish(request);
    if (!answer.ok) return false;
    this.library = answer.value;
    this.reports = null;
    await Promise.all([this.refresh(), this.#readRecent()]);
    return true;
  }

  /** Makes a request that a person asked for; a change of mind is no failure. */
  async #wish<T>(request: () => Promise<Result<T>>): Promise<Result<T>> {
    this.busy = true;
    const answer = await this.#questions.during(request);
    this.busy = false;
    if (answer.ok) {
      this.failure = null;
      return success(answer.value);
    }
    if (answer.failure.code !== 'cancelled') this.failure = answer.failure;
    return answer;
  }
}
