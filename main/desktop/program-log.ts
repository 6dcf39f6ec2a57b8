import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { LogEntry } from '../application/ports.ts';

/** From here the log is put aside and a new one begun, so that two files at most are kept. */
const longestLog = 1_000_000;

/** Appends bugs to `sengen.log`: one JSON object a line, with the reference that the person was shown. */
export function programLog(folder: string): (entry: LogEntry) => void {
  const path = join(folder, 'sengen.log');
  return ({ reference, request, error }) => {
    try {
      mkdirSync(folder, { recursive: true });
      if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > longestLog)
        renameSync(path, `${path}.old`);
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      appendFileSync(path, `${JSON.stringify({ at: new Date(), reference, request, error: text })}\n`);
    } catch {
      // A full disk must not turn one bug into two.
    }
  };
}
