import { setTimeout as delay } from 'node:timers/promises';
import type { Envelope } from '../application/dispatch.ts';

/** How long a closing window may wait for its page, and how long a silence means that it is done. */
const patience = { longest: 2_000, silence: 200 };

/** Counts the page's calls, so that a closing window can wait for those under way. */
export class PendingCalls {
  #underWay = 0;
  #lastEnd = 0;
  #failedEdits = 0;

  /** Passes a call through, and counts it while it lasts. */
  async count(name: string, answer: Promise<Envelope>): Promise<Envelope> {
    this.#underWay += 1;
    try {
      const envelope = await answer;
      if (!envelope.ok && name === 'reports.edit') this.#failedEdits += 1;
      return envelope;
    } finally {
      this.#underWay -= 1;
      this.#lastEnd = performance.now();
    }
  }

  /** Waits until the page has been silent for a moment. False when something it typed is not stored. */
  async settle(): Promise<boolean> {
    const start = performance.now();
    const failedBefore = this.#failedEdits;
    while (performance.now() - start < patience.longest) {
      const silence = performance.now() - Math.max(start, this.#lastEnd);
      if (this.#underWay === 0 && silence >= patience.silence) break;
      await delay(20);
    }
    return this.#underWay === 0 && this.#failedEdits === failedBefore;
  }
}
