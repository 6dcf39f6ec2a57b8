import type { FromProcess, ToProcess } from './messages.ts';

/** How the process that reads speaks with main. */
export interface MainPort {
  send(message: FromProcess): void;
  onMessage(listener: (message: ToProcess) => void): void;
}

/** What Electron gives a utility process in the place of Node's channel. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(name: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

/** Under Node the channel of `fork`, under Electron the port of its utility process. */
export function mainPort(onGone: () => void): MainPort {
  const { parentPort } = process as typeof process & { readonly parentPort?: ParentPort };
  if (parentPort !== undefined) {
    // Electron ends the process with the program.
    return {
      send: (message) => {
        parentPort.postMessage(message);
      },
      onMessage: (listener) => {
        parentPort.on('message', ({ data }) => {
          listener(data as ToProcess);
        });
      },
    };
  }
  process.on('disconnect', onGone);
  return {
    send: (message) => process.send?.(message),
    onMessage: (listener) => {
      process.on('message', (message) => {
        listener(message as ToProcess);
      });
    },
  };
}
