import type { Bridge } from '../../../shared/contract/bridge.ts';
import type { RequestOutput } from '../../../shared/contract/requests.ts';
import type { Result } from '../../../shared/result.ts';

/** Milliseconds that a pointer or the focus must rest on a report's name before it is asked for. */
const rest = 50;
/** Milliseconds after which an answer is not used any more. */
const keeps = 5_000;

export type ReadReport = Result<RequestOutput<'reports.read'>>;

/**
 * The report that a person is about to open.
 *
 * It is asked for while the pointer rests on its name, so that it is there when the name is pressed, and
 * by the page's start (begin.ts) where the address names it.
 * One at a time is kept, for a few seconds, and none that has been changed in the meantime.
 */
export class ReportAhead {
  readonly #bridge: Bridge;
  readonly #now: () => number;
  #kept: { readonly report: string; readonly answer: Promise<ReadReport>; readonly at: number } | null =
    null;
  #last: Promise<unknown> = Promise.resolve();
  #resting: ReturnType<typeof setTimeout> | undefined;

  /** `now` gives milliseconds of a clock that only goes forward. */
  constructor(bridge: Bridge, now: () => number = () => performance.now()) {
    this.#bridge = bridge;
    this.#now = now;
  }

  listen(): () => void {
    const stops = [
      this.#bridge.on('reports.changed', ({ report }) => {
        if (this.#kept?.report === report) this.#kept = null;
      }),
      this.#bridge.on('library.changed', () => (this.#kept = null)),
    ];
    return () => stops.forEach((stop) => stop());
  }

  /** The pointer or the focus has come to a report's name. */
  near(report: string): void {
    clearTimeout(this.#resting);
    if (this.#find(report) !== null) return;
    this.#resting = setTimeout(() => this.ask(report), rest);
  }

  /** The report is about to be opened: by its address, or because the pointer rests on its name. */
  ask(report: string): void {
    const answer = this.#bridge.call('reports.read', { report });
    this.#kept = { report, answer, at: this.#now() };
    this.#last = answer;
  }

  /** Resolves once what was asked for last is answered; at once where nothing was. */
  answered(): Promise<unknown> {
    return this.#last;
  }

  /** It has gone again. */
  away(): void {
    clearTimeout(this.#resting);
  }

  /** What was asked for, once; null when there is nothing, and it must be asked for now. */
  take(report: string): Promise<ReadReport> | null {
    clearTimeout(this.#resting);
    const found = this.#find(report);
    this.#kept = null;
    return found;
  }

  #find(report: string): Promise<ReadReport> | null {
    if (this.#kept === null || this.#kept.report !== report) return null;
    return this.#now() - this.#kept.at < keeps ? this.#kept.answer : null;
  }
}
