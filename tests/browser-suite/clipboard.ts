import type { Page } from 'playwright-core';

/** Puts onto the clipboard what another program would, and pastes it where the focus is. */
export async function pasteInto(page: Page, content: { text: string; html?: string }): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(async ({ text, html }) => {
    const kinds: Record<string, Blob> = { 'text/plain': new Blob([text], { type: 'text/plain' }) };
    if (html !== undefined) kinds['text/html'] = new Blob([html], { type: 'text/html' });
    await navigator.clipboard.write([new ClipboardItem(kinds)]);
  }, content);
  await page.keyboard.press('Control+v');
}
