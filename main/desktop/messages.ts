import { dialog, type BrowserWindow } from 'electron';
import type { Failure } from '../../shared/failure.ts';
import { failureSentences } from '../../shared/words/failure-sentences.ts';

/** Asks whether to close although something typed is not stored. */
export async function askToLoseInput(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: 'まだ保存できていない入力があります。',
    detail: 'このまま閉じると、保存できていない入力は失われます。',
    buttons: ['戻る', '保存せずに閉じる'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}

/** Says that the page crashed, before it is shown anew. */
export async function tellPageStopped(window: BrowserWindow): Promise<void> {
  await dialog.showMessageBox(window, {
    type: 'warning',
    message: '画面の表示が止まりました。',
    detail: '保存済みの内容は残っています。画面を開き直します。',
    buttons: ['開き直す'],
    noLink: true,
  });
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
