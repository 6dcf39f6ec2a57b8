import { SvelteMap } from 'svelte/reactivity';
import type { Bridge } from '../../../shared/contract/bridge.ts';
import type { ReportSummary } from '../../../shared/contract/report-requests.ts';

/** Reports that are looked through, the newest first: older years are done and seldom read. */
const most = 12;

/** How many rows of a report lack nothing. Asked of one report after another, behind the list on show. */
export class ReportProgress {
  readonly #bridge: Bridge;
  readonly #complete = new SvelteMap<string, number>();
  #run = 0;

  constructor(bridge: Bridge) {
    this.#bridge = bridge;
  }

  /** Rows that lack nothing; null when that is not known. */
  of(report: ReportSummary): number | null {
    return this.#complete.get(keyOf(report)) ?? null;
  }

  async read(reports: readonly ReportSummary[]): Promise<void> {
    this.#run += 1;
    const run = this.#run;
    const newest = reports.toSorted((one, other) => other.fiscalYear - one.fiscalYear).slice(0, most);
    for (const report of newest) {
      if (report.rows === 0 || this.#complete.has(keyOf(report))) continue;
      const answer = await this.#bridge.call('reports.progress', { report: report.id });
      if (run !== this.#run) return;
      if (answer.ok) this.#complete.set(keyOf(report), answer.value.complete);
    }
  }
}

/** A report that changed is another to look through. */
function keyOf({ id, changedAt }: ReportSummary): string {
  return `${id} ${changedAt}`;
}
