import { utilityProcess } from 'electron';
import type { FromProcess } from '../foreign-files/apart/messages.ts';
import type { LaunchReading } from '../foreign-files/apart/reading-process-port.ts';

/** How a process ends whose engine gave up: SIGABRT by number and as shells count it, Windows' breakpoint, Chromium's want of memory. */
const abortCodes: ReadonlySet<number> = new Set([6, 134, 0x8000_0003 | 0, 0xe000_0008 | 0]);

/** Starts the process that reads files of others: a released program has no Node mode for `fork`. */
export const launchReading: LaunchReading = (script) => {
  const child = utilityProcess.fork(script, [], { serviceName: 'Sengen 読み取り', stdio: 'ignore' });
  return {
    send: (message) => {
      child.postMessage(message);
    },
    onMessage: (listener) => {
      child.on('message', (message: unknown) => {
        listener(message as FromProcess);
      });
    },
    onExit: (listener) => {
      child.once('exit', (code) => {
        listener(abortCodes.has(code) ? 'aborted' : 'gone');
      });
    },
    kill: () => {
      child.kill();
    },
  };
};
