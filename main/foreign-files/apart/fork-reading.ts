import { fork } from 'node:child_process';
import type { FromProcess } from './messages.ts';
import { processEnd } from './process-end.ts';
import type { LaunchReading, ProcessEnd } from './reading-process-port.ts';

/** Starts the process that reads, in shells that run under Node. */
export const forkReading: LaunchReading = (script) => {
  const child = fork(script, [], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    serialization: 'advanced',
    // What the engine says when it dies of a file is for nobody; main says it in Japanese.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  // A message to one that is gone is answered by its end.
  child.on('error', () => undefined);
  return {
    send: (message) => {
      if (child.connected) child.send(message, () => undefined);
    },
    onMessage: (listener) => {
      child.on('message', (message) => {
        listener(message as FromProcess);
      });
    },
    onExit: (listener) => {
      let told = false;
      const tell = (how: ProcessEnd): void => {
        if (!told) listener(how);
        told = true;
      };
      child.once('exit', (code, signal) => {
        tell(processEnd(code, signal));
      });
      child.once('error', () => {
        tell('gone');
      });
    },
    kill: () => {
      child.kill('SIGKILL');
    },
  };
};
