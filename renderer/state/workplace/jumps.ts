import type { SpotInField } from './focus-field.ts';
import type { FieldPlace } from './field-focus.svelte.ts';

/** A field to be entered as soon as its report is open. */
export interface Jump {
  readonly place: FieldPlace;
  readonly spot: SpotInField;
}

/** Carries one jump from a screen to the report that it opens. */
export class Jumps {
  #waiting: Jump | null = null;

  leave(jump: Jump): void {
    this.#waiting = jump;
  }

  /** The jump that waits, once. */
  take(): Jump | null {
    const jump = this.#waiting;
    this.#waiting = null;
    return jump;
  }
}
