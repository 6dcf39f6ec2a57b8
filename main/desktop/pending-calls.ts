import type { Envelope } from '../application/dispatch.ts';

/** Counts the page's calls, so that a closing window can wait for those under way. */
export class PendingCalls {
  #underWay = 0;
  #whenNone: (() => void)[] = [];

  /** Passes a call through, and counts it while it lasts. */
  async count(answer: Promise<Envelope>): Promise<Envelope> {
    this.#underWay += 1;
    try {
      return await answer;
    } finally {
      this.#underWay -= 1;
      if (this.#underWay === 0) for (const settle of this.#whenNone.splice(0)) settle();
    }
  }

  /** Settles when no call is under way. */
  async settled(): Promise<void> {
    if (this.#underWay > 0) await new Promise<void>((settle) => this.#whenNone.push(settle));
  }
}
