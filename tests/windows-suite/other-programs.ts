import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Another program has a file open and shares it with nobody, until it is told to let go. */
export async function holdFile(path: string): Promise<{ letGo(): Promise<void> }> {
  const child = start('hold-file.ts', path);
  await once(child, 'message');
  return {
    letGo: async () => {
      const ended = once(child, 'exit');
      child.send('let go');
      await ended;
    },
  };
}

/** A scanner looks at each new file in a folder for so long, in ms. */
export async function scanFolder(
  folder: string,
  milliseconds: number,
): Promise<{ readonly scanned: readonly string[]; end(): Promise<void> }> {
  const child = start('scan-folder.ts', folder, String(milliseconds));
  await once(child, 'message');
  const scanned: string[] = [];
  child.on('message', (name) => scanned.push(name as string));
  return {
    scanned,
    end: async () => {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
}

function start(name: string, ...words: string[]): ChildProcess {
  const child = fork(join(import.meta.dirname, name), words, {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  onTestFinished(() => void child.kill());
  return child;
}
