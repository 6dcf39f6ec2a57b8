import type { CDPSession, Page } from 'playwright-core';

/**
 * An input method as the browser knows one, driven through the protocol: text is composed over, then
 * confirmed or thrown away.
 */
export class InputMethod {
  readonly #page: Page;
  readonly #session: CDPSession;

  private constructor(page: Page, session: CDPSession) {
    this.#page = page;
    this.#session = session;
  }

  static async of(page: Page): Promise<InputMethod> {
    return new InputMethod(page, await page.context().newCDPSession(page));
  }

  /** Shows each text in turn as what is being composed, the caret at its end. */
  async compose(...texts: readonly string[]): Promise<void> {
    for (const text of texts) {
      await this.#session.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    }
  }

  /** Confirms: the text stands there for good. */
  async confirm(text: string): Promise<void> {
    await this.#session.send('Input.insertText', { text });
  }

  /** Esc in the input method: what was composed goes. */
  async cancel(): Promise<void> {
    await this.#session.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
  }

  /** A key as the page hears it while an input method takes it: code 229, and no character. */
  async press(key: string, modifiers = 0): Promise<void> {
    const event = { key, windowsVirtualKeyCode: 229, modifiers };
    await this.#session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event });
    await this.#session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
  }

  async wait(milliseconds: number): Promise<void> {
    await this.#page.waitForTimeout(milliseconds);
  }
}

/** The Alt and Ctrl keys among a key event's modifiers (DevTools protocol). */
export const alt = 1;
export const ctrl = 2;
