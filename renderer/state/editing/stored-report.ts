import { applyEdits } from '../../../shared/model/apply-edit.ts';
import type { Edit } from '../../../shared/model/edits.ts';
import type { Report } from '../../../shared/model/report.ts';

/** How a step of main's log met the page's copy: taken in, known already, or steps are missing in between. */
export type Advance = 'taken-in' | 'known' | 'gap';

/** The report as main has stored it, as far as the page has heard. */
export class StoredReport {
  #report: Report;
  #sequence: number;

  constructor(report: Report, sequence: number) {
    this.#report = report;
    this.#sequence = sequence;
  }

  get report(): Report {
    return this.#report;
  }

  /** Takes in the log's step `sequence`. */
  advance(sequence: number, edits: readonly Edit[]): Advance {
    if (sequence <= this.#sequence) return 'known';
    if (sequence > this.#sequence + 1) return 'gap';
    const next = applyEdits(this.#report, edits);
    if (!next.ok) return 'gap';
    this.#report = next.value;
    this.#sequence = sequence;
    return 'taken-in';
  }

  get sequence(): number {
    return this.#sequence;
  }

  /**
   * Puts a fresh reading in its place. `asked` is the sequence when it was asked for: when events
   * have meanwhile brought the page further than the reading, the page's copy stays.
   */
  replace(report: Report, sequence: number, asked: number): void {
    if (this.#sequence !== asked && sequence < this.#sequence) return;
    this.#report = report;
    this.#sequence = sequence;
  }
}
