import { dialog, type BrowserWindow } from 'electron';
import type { Failure } from '../../shared/failure.ts';
import type { WindowQuestion } from '../../shared/words/window-words.ts';
import { failureSentences } from '../../shared/words/failure-sentences.ts';

/**
 * Asks a question over the window; which of its ways was chosen. The first is the safe one: Escape and Enter are
 * that.
 *
 * When `until` settles before, the question goes by itself: it has been overtaken.
 */
export async function askInWindow(
  window: BrowserWindow,
  { message, detail, ways }: WindowQuestion,
  until: Promise<unknown> | null = null,
): Promise<'first' | 'second' | 'overtaken'> {
  const overtaken = new AbortController();
  void until?.then(() => {
    overtaken.abort();
  });
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message,
    detail,
    buttons: [...ways],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
    signal: overtaken.signal,
  });
  if (overtaken.signal.aborted) return 'overtaken';
  return response === 1 ? 'second' : 'first';
}

/** Says why something that was asked for outside the page could not be done. */
export async function tellFailure(window: BrowserWindow, failure: Failure): Promise<void> {
  const { happened, safe, next } = failureSentences(failure);
  await dialog.showMessageBox(window, {
    type: 'warning',
    message: happened,
    detail: [safe, next].filter((sentence) => sentence !== '').join('\n'),
    buttons: ['閉じる'],
    noLink: true,
  });
}
