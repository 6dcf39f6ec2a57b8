import type { Initiative } from '../../../shared/model/report.ts';

/** One row on show. Typing in it changes this alone, and nothing of the other rows is drawn again. */
export class Row {
  readonly id: string;
  /** The initiative's, apart: the list of all sections is gathered anew only when one of them changes. */
  section: string = $state('');
  #initiative: Initiative = $state.raw() as Initiative;

  constructor(initiative: Initiative) {
    this.id = initiative.id;
    this.initiative = initiative;
  }

  get initiative(): Initiative {
    return this.#initiative;
  }

  set initiative(initiative: Initiative) {
    this.#initiative = initiative;
    this.section = initiative.section;
  }
}
