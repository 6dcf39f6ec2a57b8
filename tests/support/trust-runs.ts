import { appendFileSync } from 'node:fs';
import { Random } from '../../scripts/suites/hostile-word/random.ts';
import rows from './trust-rows.json' with { type: 'json' };

/*
 * How many times a promise is tried, and from which seed: a few times by `npm test`, all of them by
 * `npm run test:trust`, which also writes down what came of it (scripts/trust/, docs/trust.md).
 *
 * The runs of `npm test` are the same each time. `npm run test:trust` takes a new seed and prints it;
 * `SENGEN_SEED=… npm run test:trust -- ROW` tries the same again, `SENGEN_TRUST_RUN=n` beside it that run alone.
 * What is found becomes a case of its own.
 */

/** A row of the table in docs/trust.md; what each is stands in trust-rows.json. */
export type TrustRow = keyof typeof rows;

interface Asked {
  /** Which part of the row; '' for the whole row. Parts together make the row's number. */
  readonly part?: string;
  /** How many by `npm test`, and how many by `npm run test:trust`. */
  readonly quick: number;
  readonly whole: number;
}

export interface TrustRun {
  /** From 1. */
  readonly number: number;
  readonly seed: number;
  /** Everything of the run that is chance comes from here. */
  readonly random: Random;
}

const usualSeed = 20_270_401;
/** Minutes on two quiet cores that trust-rows.json was measured for. */
const allMinutes = 75;

/** Whether `npm run test:trust` runs, and this row of it. */
function isWhole(row: TrustRow): boolean {
  return process.env['SENGEN_TRUST'] === row;
}

/**
 * The runs of a row, or of a part of one.
 *
 *     const runs = trustRuns('kills', { part: 'save', quick: 6, whole: 400 });
 *     test('loses no step', runs.timeout, async () => {
 *       for (const { random } of runs) { … }
 *     });
 *
 * Iterating ends at the number, or when the time of the part is up; it is to end there, and a loop that is left
 * before counts as a failure of that run. Where each run is a test of its own: `runs.numbers`, and `runs.took()` in
 * each once it has passed.
 */
export function trustRuns(row: TrustRow, asked: Asked): TrustRuns {
  return new TrustRuns(row, asked);
}

export class TrustRuns implements Iterable<TrustRun> {
  readonly count: number;
  readonly seed = Number(process.env['SENGEN_SEED'] ?? usualSeed);
  /** Faults of runs that went on; a test expects them to be empty. */
  readonly faults: string[] = [];
  /** How many runs were made, of those that were iterated over. */
  made = 0;
  readonly #row: TrustRow;
  readonly #quick: number;
  readonly #part: string;
  readonly #time: number;
  readonly #only = Number(process.env['SENGEN_TRUST_RUN'] ?? 0);
  #until: number | null = null;

  constructor(row: TrustRow, { part = '', quick, whole }: Asked) {
    this.#row = row;
    this.#part = part;
    this.#quick = quick;
    this.count = isWhole(row) ? whole : quick;
    const share = (rows[row].minutes * whole) / rows[row].runs.whole;
    const asked = Number(process.env['SENGEN_TRUST_MINUTES'] ?? allMinutes);
    this.#time = isWhole(row) ? share * (asked / allMinutes) * 60_000 : Infinity;
  }

  /** For the test around the runs: the whole of them is bounded by its own time alone. */
  get timeout(): { readonly timeout?: number } {
    return this.#time === Infinity ? {} : { timeout: 0 };
  }

  /** From 1 to the number of runs. */
  get numbers(): number[] {
    return this.#only > 0 ? [this.#only] : Array.from({ length: this.count }, (_, index) => index + 1);
  }

  /**
   * As many runs were made as by `npm test`: a share of them says something. A busy machine, or a run that is tried again
   * alone, makes fewer.
   */
  get isTelling(): boolean {
    return this.made >= this.#quick;
  }

  /** The time of this part is up, counted from when it was first asked. */
  get isOver(): boolean {
    this.#until ??= Date.now() + this.#time;
    return Date.now() > this.#until;
  }

  /** The chance of a run. */
  random(number: number): Random {
    return new Random(this.#seedOf(number));
  }

  /** Says after runs that are tests of their own how many of them passed, and what was measured. */
  took(made = 1, faults = 0, figures: Readonly<Record<string, number>> = {}): void {
    this.#record({ made, faults, figures });
  }

  /** This machine can't do it; `reason` is printed and stands in the table. */
  skipped(reason: string): void {
    console.log(`skipped: ${reason}`);
    this.#record({ made: 0, skipped: reason });
  }

  /** What was measured beside the count: `{ 'slowest save, ms': 12 }`. Of several the greatest counts. */
  measured(figures: Readonly<Record<string, number>>): void {
    this.#record({ made: 0, figures });
  }

  *[Symbol.iterator](): Generator<TrustRun, void> {
    this.made = 0;
    let failing = 0;
    try {
      for (const number of this.numbers) {
        if (this.isOver) break;
        failing = number;
        const seed = this.#seedOf(number);
        yield { number, seed, random: new Random(seed) };
        failing = 0;
        this.made += 1;
      }
    } finally {
      if (failing > 0) this.#tellAgain(failing);
      this.#record({ made: this.made, faults: this.faults.length + (failing > 0 ? 1 : 0) });
    }
  }

  #seedOf(number: number): number {
    const place = [...`${this.#row}/${this.#part}`].reduce(
      (sum, character) => Math.imul(sum, 31) + character.charCodeAt(0),
      this.seed,
    );
    return (place + Math.imul(number, 0x9e3779b1)) >>> 0;
  }

  #tellAgain(number: number): void {
    const again = `SENGEN_SEED=${this.seed} SENGEN_TRUST_RUN=${number}`;
    console.log(`failed: ${this.#row} ${this.#part}, run ${number}; the same again: ${again}`);
  }

  #record(what: {
    made: number;
    faults?: number;
    skipped?: string;
    figures?: Readonly<Record<string, number>>;
  }): void {
    const file = process.env['SENGEN_TRUST_RECORD'];
    if (file === undefined || !isWhole(this.#row)) return;
    const line = { part: this.#part, asked: this.count, seed: this.seed, ...what };
    appendFileSync(file, `${JSON.stringify(line)}\n`);
  }
}
