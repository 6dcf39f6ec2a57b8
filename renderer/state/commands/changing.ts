import type { FieldLock } from '../editing/field-lock.ts';
import type { Command } from './commands.ts';

/**
 * Commands that write: all that such a command needs beside the others' is that what it writes in is not
 * locked. Where it is, they look locked, and given all the same they say why.
 */
export function changing(lock: FieldLock, commands: readonly Command[]): readonly Command[] {
  return commands.map((command) => ({
    ...command,
    lock,
    run: () => {
      if (lock.locked) lock.tell();
      else command.run();
    },
  }));
}
