import type { Bridge } from '../../../shared/contract/bridge.ts';
import type {
  BackupContent,
  BackupDrill,
  BackupList,
  RestoredPart,
} from '../../../shared/contract/backup-requests.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { Result } from '../../../shared/result.ts';

/** The backups of the open library, the one that is looked into, and what can be done with them. */
export class BackupsState {
  /** Null until they were read. */
  list: BackupList | null = $state.raw(null);
  /** The backup whose content is on show, by name, and that content once it was read. */
  looked: { readonly name: string; readonly content: BackupContent | null } | null = $state.raw(null);
  failure: Failure | null = $state.raw(null);
  busy = $state(false);
  readonly #bridge: Bridge;

  constructor(bridge: Bridge) {
    this.#bridge = bridge;
  }

  async read(): Promise<void> {
    const list = await this.#bridge.call('backups.list', {});
    if (list.ok) this.list = list.value;
    else this.failure = list.failure;
  }

  /** Makes one now; null when that failed. */
  async make(): Promise<'made' | 'same' | null> {
    const made = await this.#wish(() => this.#bridge.call('backups.make', {}));
    await this.read();
    return made?.made ?? null;
  }

  async look(name: string): Promise<void> {
    if (this.looked?.name === name) {
      this.looked = null;
      return;
    }
    this.looked = { name, content: null };
    const content = await this.#wish(() => this.#bridge.call('backups.look', { name }));
    // Another one may have been asked for meanwhile.
    if (this.looked?.name !== name) return;
    this.looked = content === null ? null : { name, content };
  }

  /** Opens it in place of the library; true when it is open. */
  async view(name: string): Promise<boolean> {
    return (await this.#wish(() => this.#bridge.call('backups.view', { name }))) !== null;
  }

  /** Restores all of it; answers the backup that takes this back, or null when nothing was restored. */
  async restore(name: string): Promise<string | null> {
    const restored = await this.#wish(() => this.#bridge.call('backups.restore', { name }));
    this.looked = null;
    await this.read();
    return restored?.before ?? null;
  }

  /** Asks for the second place. */
  async chooseSecond(): Promise<void> {
    await this.#wish(() => this.#bridge.call('backups.chooseSecond', {}));
    await this.read();
  }

  async leaveSecond(): Promise<void> {
    await this.#wish(() => this.#bridge.call('backups.leaveSecond', {}));
    await this.read();
  }

  /** Restores some for a try; null when that did not come off. */
  async drill(): Promise<BackupDrill | null> {
    const drilled = await this.#wish(() => this.#bridge.call('backups.drill', {}));
    await this.read();
    return drilled?.drill ?? null;
  }

  /** Takes back what `restorePart` restored; true when that is done. */
  async takeBack(restored: RestoredPart): Promise<boolean> {
    const taken = await this.#wish(() => this.#bridge.call('backups.takeBack', restored));
    await this.read();
    this.looked = null;
    return taken !== null;
  }

  /** Restores one report, or one row of it; what takes that back, or null when nothing was restored. */
  async restorePart(name: string, report: string, row: string | null): Promise<RestoredPart | null> {
    const restored = await this.#wish(() =>
      row === null
        ? this.#bridge.call('backups.restoreReport', { name, report })
        : this.#bridge.call('backups.restoreRow', { name, report, row }),
    );
    if (restored === null) return null;
    this.looked = null;
    await Promise.all([this.read(), this.look(name)]);
    return restored;
  }

  async #wish<T>(request: () => Promise<Result<T>>): Promise<T | null> {
    if (this.busy) return null;
    this.busy = true;
    const answer = await request();
    this.busy = false;
    this.failure = answer.ok || answer.failure.code === 'cancelled' ? null : answer.failure;
    return answer.ok ? answer.value : null;
  }
}
