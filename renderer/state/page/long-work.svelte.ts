import type { Bridge } from '../../../shared/contract/bridge.ts';
import type { LongRequest } from '../../../shared/contract/work-requests.ts';

/** Work that takes long, as far as it has come. */
export interface Work {
  readonly request: LongRequest;
  readonly done: number;
  readonly total: number;
  /** The part at hand, perhaps empty. */
  readonly label: string;
  /** The person asked to stop it, and main has not answered the request yet. */
  readonly stopping: boolean;
}

/** The long work that this page asked for: how far it is, and the way to stop it. */
export class LongWork {
  current: Work | null = $state.raw(null);
  readonly #bridge: Bridge;
  readonly #asked = new Set<LongRequest>();

  constructor(bridge: Bridge) {
    this.#bridge = bridge;
  }

  listen(): () => void {
    const stops = [
      this.#bridge.on('work.progress', (progress) => this.#show(progress)),
      this.#bridge.on('export.progress', ({ written, rows }) =>
        this.#show({ request: 'reports.export', done: written, total: rows, label: '' }),
      ),
    ];
    return () => stops.forEach((stop) => stop());
  }

  /** Shows the progress of a request while it is under way. Nothing is shown before main has begun. */
  async during<T>(request: LongRequest, call: () => Promise<T>): Promise<T> {
    this.#asked.add(request);
    try {
      return await call();
    } finally {
      this.#asked.delete(request);
      if (this.current?.request === request) this.current = null;
    }
  }

  /** Asks main to stop. It may be too late; the request itself says how it ended. */
  async cancel(): Promise<void> {
    if (this.current === null || this.current.stopping) return;
    const { request } = this.current;
    this.current = { ...this.current, stopping: true };
    const answer = await this.#bridge.call('work.cancel', { request });
    const tooLate = !answer.ok || !answer.value.cancelled;
    if (tooLate && this.current?.request === request) this.current = { ...this.current, stopping: false };
  }

  #show(progress: Omit<Work, 'stopping'>): void {
    // Every page hears of every work; this one shows what it asked for.
    if (!this.#asked.has(progress.request)) return;
    this.current = { ...progress, stopping: this.current?.stopping ?? false };
  }
}
