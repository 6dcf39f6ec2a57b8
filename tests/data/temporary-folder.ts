import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder of the running test's own, gone when the test is done. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sengen-data-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Every name in a folder with a hash of its bytes. Only for files that this process does not hold open. */
export function folderState(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .sort()
      .map((name) => [name, stateOf(join(folder, name))]),
  );
}

function stateOf(path: string): string {
  return statSync(path).isFile()
    ? createHash('sha256').update(readFileSync(path)).digest('hex')
    : 'not a file';
}
