import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { HostAnswer, HostRequest } from './program-host.ts';

/** One for all tests of this process; it ends with it. */
let host: ChildProcess | null = null;

/** Serves a library, new or there already, until it is closed; one at a time. */
export async function serveHosted(library: string): Promise<{ address: string; close(): Promise<void> }> {
  const address = await ask({ library });
  if (address === null) throw new Error('the host served nothing');
  return { address, close: async () => void (await ask({ library: null })) };
}

function ask(request: HostRequest): Promise<string | null> {
  const child = (host ??= start());
  return new Promise((answered, refused) => {
    const end = (): void => void child.off('message', take).off('exit', fail);
    const take = (answer: unknown): void => {
      end();
      const said = answer as HostAnswer;
      if ('error' in said) refused(new Error(said.error));
      else answered(said.address);
    };
    const fail = (code: number | null): void => {
      end();
      refused(new Error(`the host of the tests’ libraries ended with ${code}`));
    };
    child.on('message', take).on('exit', fail);
    child.send(request);
  });
}

function start(): ChildProcess {
  const child = fork(join(import.meta.dirname, 'program-host.ts'), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  child.once('exit', () => (host = null));
  // It does not hold up the end of the tests.
  child.unref();
  child.channel?.unref();
  return child;
}
