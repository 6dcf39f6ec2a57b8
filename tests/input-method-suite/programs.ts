import { execFile } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** The first line that a program writes. */
export async function firstLine(stream: unknown): Promise<string> {
  for await (const line of createInterface({ input: stream as Readable })) return line;
  throw new Error('a program of the desk ended before it said anything');
}

/** Runs a program to its end; what it wrote, or nothing when it failed. */
export function output(
  command: string,
  words: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  return new Promise((done) => {
    execFile(command, [...words], { env, encoding: 'utf8' }, (failure, text) => {
      done(failure === null ? text.trim() : '');
    });
  });
}
