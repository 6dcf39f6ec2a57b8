import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { LoggedFault } from '../../shared/words/support-text.ts';

/** From here the log is put aside and a new one begun, so that two files at most are kept. */
const longestLog = 1_000_000;

/** The program's own log, `sengen.log`: one JSON object a line. For its owner alone, since errors quote what they met. */
export class ProgramLog {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** `error`: whatever was thrown. */
  write({
    reference,
    request,
    error,
  }: Omit<LoggedFault, 'at' | 'error'> & { readonly error: unknown }): void {
    const path = this.#path();
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > longestLog)
        renameSync(path, `${path}.old`);
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      const line = JSON.stringify({ at: new Date(), reference, request, error: text });
      appendFileSync(path, `${line}\n`, { mode: 0o600 });
    } catch {
      // A full disk must not turn one bug into two.
    }
  }

  /** The latest faults, the oldest of them first; none where no log can be read. */
  latest(count: number): LoggedFault[] {
    try {
      const lines = readFileSync(this.#path(), 'utf8').split('\n').slice(0, -1).slice(-count);
      return lines.map((line) => JSON.parse(line) as LoggedFault);
    } catch {
      return [];
    }
  }

  #path(): string {
    return join(this.#folder, 'sengen.log');
  }
}
