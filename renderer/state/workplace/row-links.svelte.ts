import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import type { Bridge } from '../../../shared/contract/bridge.ts';
import type { LinkedRow, LinkedYear } from '../../../shared/contract/link-requests.ts';
import type { Failure } from '../../../shared/failure.ts';

/** Which row of the year before each row goes on from: what is proposed, chosen, and confirmed. */
export class RowLinks {
  /** The report whose department's years are on show; null while nothing is. */
  report: string | null = $state(null);
  /** Null until main has answered. */
  years: readonly LinkedYear[] | null = $state.raw(null);
  failure: Failure | null = $state.raw(null);
  busy = $state(false);
  /** How many were confirmed last; null before. */
  confirmed: number | null = $state(null);
  /** What the person, or a sure proposal, says of each row that is not confirmed yet; null: from none. */
  readonly choices = new SvelteMap<string, string | null>();
  /** Rows whose link was taken back: their proposals are no longer sure. */
  readonly doubted = new SvelteSet<string>();
  readonly #bridge: Bridge;

  constructor(bridge: Bridge) {
    this.#bridge = bridge;
  }

  /** Shows all years of a report's department. */
  async open(report: string): Promise<void> {
    this.report = report;
    this.years = null;
    this.failure = null;
    this.confirmed = null;
    this.choices.clear();
    this.doubted.clear();
    await this.#read();
  }

  close(): void {
    this.report = null;
    this.years = null;
  }

  choose(row: string, earlier: string | null | undefined): void {
    if (earlier === undefined) this.choices.delete(row);
    else this.choices.set(row, earlier);
  }

  /** Stores every choice. */
  async confirm(): Promise<void> {
    if (this.busy || this.choices.size === 0) return;
    this.busy = true;
    const links = [...this.choices].map(([initiative, earlier]) => ({ initiative, earlier }));
    const answer = await this.#bridge.call('links.confirm', { links });
    this.busy = false;
    this.failure = answer.ok ? null : answer.failure;
    if (!answer.ok) return;
    this.confirmed = answer.value.confirmed;
    this.choices.clear();
    await this.#read();
  }

  /** Takes back what was confirmed of a row. */
  async remove(row: string): Promise<void> {
    const answer = await this.#bridge.call('links.remove', { initiative: row });
    this.failure = answer.ok ? null : answer.failure;
    if (!answer.ok) return;
    // Whoever takes it back wants another, or none for now.
    this.doubted.add(row);
    await this.#read();
  }

  async #read(): Promise<void> {
    const { report } = this;
    if (report === null) return;
    const answer = await this.#bridge.call('links.propose', { report, years: 'all' });
    if (this.report !== report) return;
    if (!answer.ok) {
      this.failure = answer.failure;
      return;
    }
    const known = new Set((this.years ?? []).flatMap(({ rows }) => rows.map(({ id }) => id)));
    this.years = answer.value.years;
    for (const row of this.years.flatMap(({ rows }) => rows)) {
      if (!known.has(row.id) && isSure(row) && row.proposed !== null)
        this.choices.set(row.id, row.proposed);
    }
  }
}

/** A proposal that needs no second look. */
export function isSure({ confirmed, certainty }: LinkedRow): boolean {
  return confirmed === null && (certainty === 'same' || certainty === 'same-title');
}
