import { utilityProcess } from 'electron';
import type { FromProcess } from '../foreign-files/apart/messages.ts';
import { processEnd } from '../foreign-files/apart/process-end.ts';
import type { LaunchReading } from '../foreign-files/apart/reading-process-port.ts';

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
        listener(processEnd(code));
      });
    },
    kill: () => {
      child.kill();
    },
  };
};
