import type { Arguments, Shape } from './arguments.ts';
import type { Terminal } from './terminal.ts';

/** One command: how it is typed, what it does, and its exit code. */
export interface Command {
  readonly usage: string;
  readonly purpose: string;
  readonly shape: Shape;
  run(typed: Arguments, terminal: Terminal): Promise<number>;
}
