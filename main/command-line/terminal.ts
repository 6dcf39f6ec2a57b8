import type { Failure } from '../../shared/failure.ts';
import { networkSentences } from '../../shared/words/network-sentences.ts';
import type { Reader } from '../foreign-files/reader.ts';
import { isOnNetwork } from '../files/on-network.ts';
import { failureSentences } from '../../shared/words/failure-sentences.ts';

/** Where a command speaks: results to `output`, everything said to a person to `messages`. */
export interface Terminal {
  output(text: string): void;
  messages(text: string): void;
  /** Reads files that others made, for one command after the other; left out, each command starts a process for it. */
  readonly reader?: Reader;
}

export const processTerminal: Terminal = {
  output: (text) => process.stdout.write(`${text}\n`),
  messages: (text) => process.stderr.write(`${text}\n`),
};

/**
 * Whoever reads what is said may be gone before all of it is (`sengen check … | head`): the command goes on to its end, and a
 * server serves. Any other trouble of these streams is thrown.
 */
export function outliveReaders(...streams: readonly NodeJS.WriteStream[]): void {
  for (const stream of streams) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}

/** Exit codes, a public agreement. */
export const exitCodes = { done: 0, findings: 1, refused: 2, unexpected: 3 } as const;

/** Says what stood in the way, and gives the exit code for it. */
export function sayFailure(terminal: Terminal, failure: Failure): number {
  const { happened, safe, next } = failureSentences(failure);
  terminal.messages([happened, safe, next].filter((sentence) => sentence !== '').join('\n'));
  return failure.code === 'unexpected' ? exitCodes.unexpected : exitCodes.refused;
}

/** Says it where a library stands on a network drive. */
export function sayPlace(terminal: Terminal, library: string): void {
  if (isOnNetwork(library)) terminal.messages(networkSentences.command(library));
}
