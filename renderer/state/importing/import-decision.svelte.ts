import { SvelteSet } from 'svelte/reactivity';
import type { Bridge } from '../../../shared/contract/bridge.ts';
import type { ImportChoice, ImportPlan, PlannedRow } from '../../../shared/contract/import-requests.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { ReportHeading } from '../../../shared/model/report.ts';

/** How many rows taking a file in adds, changes, takes away, and leaves as they are. */
export interface ImportCounts {
  readonly added: number;
  readonly updated: number;
  readonly removed: number;
  readonly same: number;
}

/** What storing a file would do, row by row, and what the person says to it. */
export class ImportDecision {
  /** Null as long as nothing says which report it is for. */
  plan: ImportPlan | null = $state.raw(null);
  /** Why that could not be told. */
  failure: Failure | null = $state.raw(null);
  /** What stands empty in the file empties the report. */
  empties = $state(false);
  /** Places in the file of the rows that are not taken in. */
  readonly #omitted = new SvelteSet<number>();
  /** Rows of the report that go. */
  readonly #removed = new SvelteSet<string>();
  readonly #bridge: Bridge;
  #asked = 0;
  #of = '';

  constructor(bridge: Bridge) {
    this.#bridge = bridge;
  }

  /** Asks main what storing the reading under this heading would do. What was ticked for another report is forgotten. */
  async ask(reading: string, heading: ReportHeading): Promise<void> {
    const turn = (this.#asked += 1);
    const answer = await this.#bridge.call('imports.plan', { reading, heading });
    if (turn !== this.#asked) return;
    this.failure = answer.ok ? null : answer.failure;
    if (!answer.ok) {
      this.plan = null;
      return;
    }
    this.plan = answer.value;
    const of = `${reading}\n${answer.value.report ?? ''}`;
    if (of === this.#of) return;
    this.#of = of;
    this.#begin(answer.value);
  }

  /** There is nothing to decide before it is said which report the file is for. */
  forget(): void {
    this.#asked += 1;
    this.plan = null;
    this.failure = null;
  }

  #begin({ rows, little }: ImportPlan): void {
    this.empties = false;
    this.#removed.clear();
    this.#omitted.clear();
    // What was hardly understood changes nothing unless a person has looked at it.
    if (!little) return;
    for (const { kind, place } of rows) {
      if (kind === 'updated' && place !== null) this.#omitted.add(place);
    }
  }

  /** Rows that the file brings, in its order. */
  get brought(): readonly PlannedRow[] {
    return (this.plan?.rows ?? []).filter(({ kind }) => kind !== 'unmentioned');
  }

  /** Rows of the report that the file does not mention. */
  get unmentioned(): readonly PlannedRow[] {
    return (this.plan?.rows ?? []).filter(({ kind }) => kind === 'unmentioned');
  }

  /** Fields that stand empty in the file and are filled in the report. */
  get kept(): number {
    return this.brought.reduce((sum, { kept }) => sum + kept.length, 0);
  }

  /** The row is taken in, or, where the file does not mention it, goes. */
  isTicked({ place, initiative }: PlannedRow): boolean {
    return place === null ? this.#removed.has(initiative ?? '') : !this.#omitted.has(place);
  }

  tick({ place, initiative }: PlannedRow, ticked: boolean): void {
    if (place !== null) {
      if (ticked) this.#omitted.delete(place);
      else this.#omitted.add(place);
    } else if (initiative !== null) {
      if (ticked) this.#removed.add(initiative);
      else this.#removed.delete(initiative);
    }
  }

  tickAll(rows: readonly PlannedRow[], ticked: boolean): void {
    for (const row of rows) this.tick(row, ticked);
  }

  get counts(): ImportCounts {
    const { brought } = this;
    const of = (wanted: PlannedRow['kind']): number =>
      brought.filter((row) => row.kind === wanted && this.isTicked(row)).length;
    const emptied = this.empties
      ? brought.filter((row) => row.kind === 'same' && row.kept.length > 0 && this.isTicked(row)).length
      : 0;
    return {
      added: of('added'),
      updated: of('updated') + emptied,
      removed: this.unmentioned.filter((row) => this.isTicked(row)).length,
      same: of('same') - emptied,
    };
  }

  /** As `imports.store` takes it. */
  get choice(): ImportChoice {
    return { omitted: [...this.#omitted], removed: [...this.#removed], empties: this.empties };
  }
}
