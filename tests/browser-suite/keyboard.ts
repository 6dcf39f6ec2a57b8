import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Presses of Tab after which something that should be near is not to be found. */
const patience = 60;

/**
 * A person without a mouse: keys go in, and only the name of what has the focus comes out.
 *
 * Names are those of the accessibility tree, as a screen reader says them.
 */
export class Keyboard {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(key: string): Promise<void> {
    await this.#page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.#page.keyboard.insertText(text);
  }

  /** Types over what stands there. */
  async replace(text: string): Promise<void> {
    await this.press('Control+a');
    await this.type(text);
  }

  async typeLines(lines: readonly string[]): Promise<void> {
    for (const [at, line] of lines.entries()) {
      if (at > 0) await this.press('Enter');
      await this.type(line);
    }
  }

  /** Goes on with Tab until the focus is there. */
  async tabTo(name: string | RegExp): Promise<void> {
    await this.#go('Tab', name);
  }

  /** Goes back with Shift+Tab until the focus is there. */
  async backTo(name: string): Promise<void> {
    await this.#go('Shift+Tab', name);
  }

  async #go(key: 'Tab' | 'Shift+Tab', name: string | RegExp): Promise<void> {
    const passed: string[] = [];
    for (let presses = 0; presses < patience; presses += 1) {
      await this.press(key);
      const focused = await this.focused();
      passed.push(focused);
      if (typeof name === 'string' ? focused === name : name.test(focused)) return;
    }
    throw new Error(`${key} does not lead to ${String(name)} but to: ${passed.join(' | ')}`);
  }

  /** The focus is there, or comes there by itself. */
  async at(name: string): Promise<void> {
    await expect.poll(() => this.focused()).toBe(name);
  }

  /** Runs a command by its name, through the palette. */
  async command(name: string): Promise<void> {
    await this.press('Control+k');
    await this.#page.getByRole('dialog').waitFor();
    await this.type(name);
    await this.#page.getByRole('option').first().waitFor();
    await this.press('Enter');
    await this.#page.getByRole('dialog').waitFor({ state: 'hidden' });
  }

  /** Chooses in a list of numbers by its arrows. */
  async chooseNumber(wanted: number): Promise<void> {
    for (let presses = 0; presses < patience; presses += 1) {
      const value = await this.#page.evaluate(() => {
        const select = document.activeElement as HTMLSelectElement;
        return Number(/\d{4}/.exec(select.selectedOptions[0]?.textContent ?? '')?.[0] ?? select.value);
      });
      if (value === wanted) return;
      // The newest year stands first.
      await this.press(value > wanted ? 'ArrowDown' : 'ArrowUp');
    }
    throw new Error(`the list does not come to ${wanted}`);
  }

  /** The name of what has the focus. */
  async focused(): Promise<string> {
    const session = await this.#page.context().newCDPSession(this.#page);
    try {
      const { result } = await session.send('Runtime.evaluate', { expression: 'document.activeElement' });
      if (result.objectId === undefined) return '';
      const { nodes } = await session.send('Accessibility.getPartialAXTree', {
        objectId: result.objectId,
        fetchRelatives: false,
      });
      const name: unknown = nodes[0]?.name?.value;
      return typeof name === 'string' ? name.trim() : '';
    } finally {
      await session.detach();
    }
  }
}
