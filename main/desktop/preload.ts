import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import type { Wire } from '../../shared/contract/bridge.ts';
import { callChannel, eventChannel } from './channel-names.ts';

/**
 * The page's door, the only thing that crosses into its world.
 *
 * No event object, no ipcRenderer and no other channel: what the page can reach is these two functions.
 */
const wire: Wire = {
  call: (name, input) => ipcRenderer.invoke(callChannel, name, input),
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

contextBridge.exposeInMainWorld('sengenWire', wire);
