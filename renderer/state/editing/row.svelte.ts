import type { Initiative } from '../../../shared/model/report.ts';

/** One row on show. Typing in it changes this alone, and nothing of the other rows is drawn again. */
export class Row {
  readonly id: string;
  initiative: Initiative = $state.raw() as Initiative;

  constructor(initiative: Initiative) {
    this.id = initiative.id;
    this.initiative = initiative;
  }
}
