import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Another program of this folder under the same Node; it does not outlive the test. */
export interface StartedProgram {
  /** What it has printed so far. */
  output(): string;
  /** Waits until it has printed `text`. */
  printed(text: string): Promise<void>;
  /** Says something to it on its standard input. */
  say(text: string): void;
  /** Waits until it has printed so many lines. */
  printedLines(count: number): Promise<void>;
  /** Ends it at once, as a power cut of its own. */
  kill(): Promise<void>;
}

export function startProgram(name: string, ...args: string[]): StartedProgram {
  const program: ChildProcess = spawn(process.execPath, [join(import.meta.dirname, name), ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  const ended = once(program, 'close');
  program.stdout?.setEncoding('utf8').on('data', (text: string) => (output += text));
  program.stderr?.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const kill = async (): Promise<void> => {
    program.kill('SIGKILL');
    await ended;
  };
  onTestFinished(kill);
  const until = async (isThere: () => boolean): Promise<void> => {
    while (!isThere()) {
      if (program.exitCode !== null) throw new Error(`${name} ended: ${output}${errors}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  return {
    output: () => output,
    printed: (text) => until(() => output.includes(text)),
    printedLines: (count) => until(() => output.split('\n').length > count),
    say: (text) => void program.stdin?.write(text),
    kill,
  };
}
