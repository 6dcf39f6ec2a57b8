import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import type { EventName, EventPayload } from '../../shared/contract/events.ts';
import type { Result } from '../../shared/result.ts';
import type { Envelope } from '../application/dispatch.ts';
import { callChannel, dropChannel, eventChannel } from './channel-names.ts';
import { isPageAddress, pageOrigin } from './page-address.ts';

/** Answers the page's calls, and nobody else's. */
export function answerCalls(
  dispatch: (name: string, input: unknown, library: string | null) => Promise<Envelope>,
): void {
  ipcMain.handle(callChannel, (event, name: unknown, input: unknown, library: unknown) => {
    if (!isFromPage(event)) throw new Error('not from the page');
    if (typeof name !== 'string') throw new Error('no name');
    return dispatch(name, input, typeof library === 'string' ? library : null);
  });
}

/** Takes the files that are dropped on the page. Only the preload script can name one (preload.ts). */
export function takeDroppedFiles(take: (path: string) => Result<{ token: string }>): void {
  ipcMain.handle(dropChannel, (event, path: unknown) => {
    if (!isFromPage(event)) throw new Error('not from the page');
    if (typeof path !== 'string') throw new Error('no path');
    return take(path);
  });
}

/** Sends an event to a page; one that is gone hears nothing. */
export function sendEvent<N extends EventName>(
  contents: WebContents,
  name: N,
  payload: EventPayload<N>,
): void {
  if (!contents.isDestroyed()) contents.send(eventChannel, name, payload);
}

/** True for the top frame of a window that shows the page. The frame is null once it navigated or died. */
function isFromPage({ senderFrame }: IpcMainInvokeEvent): boolean {
  return (
    senderFrame !== null &&
    senderFrame.parent === null &&
    senderFrame.origin === pageOrigin &&
    isPageAddress(senderFrame.url)
  );
}
