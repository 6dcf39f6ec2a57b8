import type { Page } from 'playwright-core';

/** What a program puts onto the clipboard. */
export interface Copied {
  readonly text: string;
  readonly html?: string;
}

/**
 * Puts onto the clipboard what another program would, and pastes it where the focus is.
 *
 * It goes there by a copy, whose HTML the browser takes as it is; what `navigator.clipboard` writes it
 * cleans first, and the marks of Word would be gone.
 */
export async function pasteInto(page: Page, content: Copied): Promise<void> {
  await page.evaluate(({ text, html }) => {
    const put = (event: ClipboardEvent): void => {
      event.preventDefault();
      event.stopImmediatePropagation();
      event.clipboardData?.setData('text/plain', text);
      if (html !== undefined) event.clipboardData?.setData('text/html', html);
    };
    addEventListener('copy', put, { capture: true, once: true });
  }, content);
  await page.keyboard.press('Control+c');
  await page.keyboard.press('Control+v');
}
