import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach } from 'vitest';

/** Gives each test an empty folder of its own, removed after the test. */
export function temporaryFolders(): () => string {
  const made: string[] = [];
  afterEach(() => {
    for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
  });
  return () => {
    const folder = mkdtempSync(join(tmpdir(), 'sengen-'));
    made.push(folder);
    return folder;
  };
}

/** An empty folder for all tests of a file, removed after the last. */
export function lastingFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sengen-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
