import { SvelteMap } from 'svelte/reactivity';
import type { Bridge } from '../../../shared/contract/bridge.ts';
import type { Progress, ReportSummary } from '../../../shared/contract/report-requests.ts';

/** Reports that are looked through, the newest first: older years are done and seldom read. */
const most = 12;

/** What is being written in a report, and how many of its rows lack nothing of it. Asked of one report after another, behind the list on show. */
export class ReportProgress {
  readonly #bridge: Bridge;
  readonly #known = new SvelteMap<string, Progress>();
  #run = 0;

  constructor(bridge: Bridge) {
    this.#bridge = bridge;
  }

  /** Null when it is not known. */
  of(report: ReportSummary): Progress | null {
    return this.#known.get(keyOf(report)) ?? null;
  }

  async read(reports: readonly ReportSummary[]): Promise<void> {
    this.#run += 1;
    const run = this.#run;
    const newest = reports.toSorted((one, other) => other.fiscalYear - one.fiscalYear).slice(0, most);
    for (const report of newest) {
      if (this.#known.has(keyOf(report))) continue;
      const answer = await this.#bridge.call('reports.progress', { report: report.id });
      if (run !== this.#run) return;
      if (answer.ok) this.#known.set(keyOf(report), answer.value);
    }
  }
}

/** A report that changed is another to look through. */
function keyOf({ id, changedAt }: ReportSummary): string {
  return `${id} ${changedAt}`;
}
