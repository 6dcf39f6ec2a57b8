import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Desk } from './desk.ts';
import { keysOfKana } from './keys-of-kana.ts';

/** What the page has heard of the input method, and of keys at all. */
interface Heard {
  /** What is being composed; null while nothing is. */
  readonly composing: string | null;
  /** Each text that was handed over for good. */
  readonly committed: readonly string[];
  readonly keys: number;
}

/** A hand on the desk's keyboard and mouse, and an eye on the page: after each press it waits for what the press does. */
export class Hand {
  readonly #desk: Desk;
  readonly #page: Page;

  constructor(desk: Desk, page: Page) {
    this.#desk = desk;
    this.#page = page;
  }

  /** Notes from the start of every page what the input method does in it. */
  static async watch(page: Page): Promise<void> {
    await page.addInitScript(() => {
      const heard = { composing: null as string | null, committed: [] as string[], keys: 0 };
      Object.assign(window, { heard });
      const listen = <K extends keyof WindowEventMap>(
        name: K,
        hear: (event: WindowEventMap[K]) => void,
      ): void => addEventListener(name, hear, true);
      listen('keydown', () => (heard.keys += 1));
      listen('compositionstart', () => (heard.composing = ''));
      listen('compositionupdate', ({ data }) => (heard.composing = data));
      listen('compositionend', ({ data }) => {
        heard.composing = null;
        if (data !== '') heard.committed.push(data);
      });
      // An input method that hands over a text without composing it: a full stop after a confirmed word.
      listen('input', (event) => {
        const { inputType, data } = event as InputEvent;
        if (inputType === 'insertText' && data !== null) heard.committed.push(data);
      });
    });
  }

  async heard(): Promise<Heard> {
    return this.#page.evaluate(() => (window as unknown as { heard: Heard }).heard);
  }

  /** Goes to a field and switches the input method on there. */
  async goTo(field: Locator): Promise<void> {
    await field.focus();
    await this.#desk.japanese(true);
  }

  /** Types a reading, which then stands there as it is composed. */
  async compose(reading: string): Promise<void> {
    await this.#desk.type(keysOfKana(reading));
    await expect.poll(async () => (await this.heard()).composing).toBe(reading);
  }

  /** Turns what is composed into its likeliest writing. */
  async convert(): Promise<void> {
    await this.press('space');
    await expect.poll(async () => (await this.heard()).composing).not.toBeNull();
  }

  /** Confirms; what was handed over. */
  async confirm(): Promise<string> {
    const before = (await this.heard()).committed.length;
    await this.#desk.press('Return');
    await expect.poll(async () => (await this.heard()).composing).toBeNull();
    await expect.poll(async () => (await this.heard()).committed.length).toBeGreaterThan(before);
    return (await this.heard()).committed.slice(before).join('');
  }

  /** Types a reading, converts and confirms it; what was handed over. */
  async write(reading: string): Promise<string> {
    await this.compose(reading);
    await this.convert();
    return this.confirm();
  }

  /** Presses a key, and waits until the page has heard of it. */
  async press(key: string): Promise<void> {
    const { keys } = await this.heard();
    await this.#desk.press(key);
    await expect.poll(async () => (await this.heard()).keys).toBeGreaterThan(keys);
  }

  /** Presses a key that the input method may keep to itself: the page need not hear of it. */
  async tap(key: string): Promise<void> {
    await this.#desk.press(key);
  }

  /** Presses the mouse in the middle of an element. */
  async click(element: Locator): Promise<void> {
    const box = await element.boundingBox();
    if (box === null) throw new Error('what is to be pressed is not on show');
    await this.#desk.click(box.x + box.width / 2, box.y + box.height / 2);
  }
}
