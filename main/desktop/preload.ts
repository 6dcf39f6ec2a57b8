import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import type { Wire } from '../../shared/contract/bridge.ts';
import type { Result } from '../../shared/result.ts';
import { callChannel, dropChannel, eventChannel } from './channel-names.ts';

/**
 * The page's door, the only thing that crosses into its world.
 *
 * No event object, no ipcRenderer and no other channel: what the page can reach is these three functions.
 * It hands over File objects, which only a person's drop makes; it never names or learns a path.
 */
const wire: Wire = {
  call: (name, input, library) => ipcRenderer.invoke(callChannel, name, input, library),
  handOver: async (file) => {
    // '' for a file that a script made up, and for one that stands on no disk.
    const path = webUtils.getPathForFile(file as File);
    return path === ''
      ? withoutPlace(file.name)
      : (ipcRenderer.invoke(dropChannel, path) as Promise<unknown>);
  },
  on: (listener) => {
    const forward = (_event: IpcRendererEvent, name: string, payload: unknown): void => {
      listener(name, payload);
    };
    ipcRenderer.on(eventChannel, forward);
    return () => {
      ipcRenderer.off(eventChannel, forward);
    };
  },
};

function withoutPlace(name: string): Result<never> {
  return { ok: false, failure: { code: 'dropped-file-without-place', name } };
}

contextBridge.exposeInMainWorld('sengenWire', wire);
