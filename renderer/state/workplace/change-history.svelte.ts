import type { Bridge } from '../../../shared/contract/bridge.ts';
import type { HistoryEntry } from '../../../shared/contract/history-requests.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { RowField } from '../../../shared/model/fields/built-in-fields.ts';

/** What a history is asked of: a report, one row of it, or one field of that row. */
export interface HistoryOf {
  readonly report: string;
  readonly initiative: string | null;
  readonly field: RowField | null;
}

/** Steps read at a time. */
const atOnce = 20;

/** The steps that touched something, newest first, as far as they have been read. */
export class ChangeHistory {
  /** Null until main has answered. */
  entries: readonly HistoryEntry[] | null = $state.raw(null);
  more = $state(false);
  failure: Failure | null = $state.raw(null);
  readonly #bridge: Bridge;
  #of: HistoryOf | null = null;
  #turn = 0;

  constructor(bridge: Bridge) {
    this.#bridge = bridge;
  }

  /** Reads from the newest. The same again keeps what is on show until the answer is there. */
  async look(of: HistoryOf): Promise<void> {
    const same =
      of.report === this.#of?.report &&
      of.initiative === this.#of.initiative &&
      of.field === this.#of.field;
    if (!same) this.entries = null;
    this.#of = of;
    await this.#read(null, same ? Math.min(100, Math.max(atOnce, this.entries?.length ?? 0)) : atOnce);
  }

  /** Reads on; how many came. */
  async lookFurther(): Promise<number> {
    const last = this.entries?.at(-1);
    return last === undefined ? 0 : this.#read(last.sequence, atOnce);
  }

  async #read(before: number | null, limit: number): Promise<number> {
    if (this.#of === null) return 0;
    const turn = (this.#turn += 1);
    const answer = await this.#bridge.call('history.list', { ...this.#of, before, limit });
    if (turn !== this.#turn) return 0;
    this.failure = answer.ok ? null : answer.failure;
    if (!answer.ok) return 0;
    this.entries = [...(before === null ? [] : (this.entries ?? [])), ...answer.value.entries];
    this.more = answer.value.more;
    return answer.value.entries.length;
  }
}
