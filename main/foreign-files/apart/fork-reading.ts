import { fork } from 'node:child_process';
import type { FromProcess } from './messages.ts';
import type { LaunchReading } from './reading-process-port.ts';

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
      const tell = (): void => {
        if (!told) listener();
        told = true;
      };
      child.once('exit', tell).once('error', tell);
    },
    kill: () => {
      child.kill('SIGKILL');
    },
  };
};
