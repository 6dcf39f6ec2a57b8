import type { EventEmitter } from 'node:events';
import { newIdentifier } from '../application/new-identifier.ts';
import { logToStandardError } from './open-application.ts';
import { exitCodes, sayFailure, type Terminal } from './terminal.ts';

/** An error that nobody was to see. */
export interface Fault {
  readonly error: unknown;
}

/**
 * The first error that nobody has caught; it never comes where there is none. The process does not end by it any
 * more: whoever waits for it ends what is under way, and says it (`sayFault`). A second one ends the process at once.
 *
 * `faults`: where Node tells of such errors, the process.
 */
export function firstFault(faults: EventEmitter, end: (code: number) => void): Promise<Fault> {
  return new Promise((tell) => {
    let told = false;
    const fault = (error: unknown): void => {
      if (told) end(exitCodes.unexpected);
      told = true;
      tell({ error });
    };
    faults.on('uncaughtException', fault);
    faults.on('unhandledRejection', fault);
  });
}

/** Logs a bug under a reference, says that one came up, and gives the exit code for it. */
export function sayFault(terminal: Terminal, { error }: Fault, request: string): number {
  const reference = newIdentifier().slice(0, 8);
  logToStandardError({ reference, request, error });
  return sayFailure(terminal, { code: 'unexpected', reference });
}
