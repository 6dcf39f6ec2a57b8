import type { Bridge } from '../../../shared/contract/bridge.ts';
import type { ReportSummary } from '../../../shared/contract/report-requests.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { Initiative } from '../../../shared/model/report.ts';
import { haveResults, writingStageOf } from '../../../shared/model/stage.ts';
import { copyOfRow } from '../editing/copy-of-row.ts';
import { newIdentifier } from '../editing/new-identifier.ts';

/** Where a copied row stands now. */
export interface CopiedRow {
  readonly report: ReportSummary;
  readonly row: string;
  /** From 1. */
  readonly number: number;
  /** It brought results, which that report does not show at its stage. */
  readonly hidden: boolean;
}

/** A row that is to be copied into another report of the library, while a person chooses which. */
export class RowCopy {
  /** The other reports, the newest year first; null until main has answered. */
  reports: readonly ReportSummary[] | null = $state.raw(null);
  failure: Failure | null = $state.raw(null);
  busy = $state(false);
  readonly initiative: Initiative;
  readonly #bridge: Bridge;

  constructor(bridge: Bridge, initiative: Initiative) {
    this.#bridge = bridge;
    this.initiative = initiative;
  }

  /** Lists the reports but the one that the row stands in. */
  async list(from: string): Promise<void> {
    const answer = await this.#bridge.call('reports.list', {});
    this.failure = answer.ok ? null : answer.failure;
    if (!answer.ok) return;
    this.reports = answer.value
      .filter(({ id }) => id !== from)
      .toSorted((one, other) => other.fiscalYear - one.fiscalYear);
  }

  /** Puts a copy of the row at the end of a report, as a step that can be taken back there; null when it failed. */
  async into(report: ReportSummary): Promise<CopiedRow | null> {
    if (this.busy) return null;
    this.busy = true;
    const copied = await this.#store(report);
    this.busy = false;
    return copied;
  }

  async #store(report: ReportSummary): Promise<CopiedRow | null> {
    const read = await this.#bridge.call('reports.read', { report: report.id });
    if (!read.ok) return this.#fail(read.failure);
    const at = read.value.report.initiatives.length;
    const initiative = copyOfRow(this.initiative);
    const stored = await this.#bridge.call('reports.edit', {
      report: report.id,
      step: { id: newIdentifier(), edits: [{ kind: 'add-initiative', at, initiative }] },
    });
    if (!stored.ok) return this.#fail(stored.failure);
    const rows = [...read.value.report.initiatives, initiative];
    const hidden =
      haveResults([initiative]) && writingStageOf(read.value.report.stage, rows) === 'declaration';
    return { report, row: initiative.id, number: at + 1, hidden };
  }

  #fail(failure: Failure): null {
    this.failure = failure;
    return null;
  }
}
