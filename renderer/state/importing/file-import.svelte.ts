import type { Bridge } from '../../../shared/contract/bridge.ts';
import type { Imported, Reading } from '../../../shared/contract/import-requests.ts';
import type { Failure } from '../../../shared/failure.ts';
import { ImportEntry, type ChangesTaken } from './import-entry.svelte.ts';

/** One file on its way in: read, shown with its text, completed, stored. */
export class FileImport {
  busy = $state(false);
  /** What was understood; null while nothing is on show. */
  reading: Reading | null = $state.raw(null);
  /** The same, with what the person says to it. */
  entry: ImportEntry | null = $state.raw(null);
  /** Why the file could not be read. */
  failure: Failure | null = $state.raw(null);
  readonly #bridge: Bridge;

  constructor(bridge: Bridge) {
    this.#bridge = bridge;
  }

  /** Reads the file again, its tracked changes taken the other way; what was written above it stays. */
  async readAs(changes: ChangesTaken): Promise<void> {
    const { entry } = this;
    if (entry === null || this.busy) return;
    this.busy = true;
    const answer = await this.#bridge.call('imports.read', { changes, again: entry.reading.id });
    this.busy = false;
    entry.failure = answer.ok ? null : answer.failure;
    if (!answer.ok) return;
    this.reading = answer.value;
    entry.readAgain(answer.value, changes);
  }

  /** Shows a reading that waits. */
  async show(reading: string): Promise<void> {
    const answer = await this.#bridge.call('imports.show', { reading });
    if (answer.ok) this.#take(answer.value);
    else this.failure = answer.failure;
  }

  #take(reading: Reading): void {
    this.reading = reading;
    this.entry = new ImportEntry(this.#bridge, reading);
  }

  /** Stores it; null when that failed. */
  async store(): Promise<Imported | null> {
    const { entry } = this;
    if (entry === null || this.busy || entry.lacking.length > 0) return null;
    this.busy = true;
    const answer = await this.#bridge.call('imports.store', entry.wish);
    this.busy = false;
    entry.failure = answer.ok ? null : answer.failure;
    if (!answer.ok) return null;
    this.close();
    return answer.value;
  }

  close(): void {
    this.reading = null;
    this.entry = null;
    this.failure = null;
  }
}
