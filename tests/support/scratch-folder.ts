import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for what the processes of a run keep while it lasts; gone after it. */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'sengen-tests-'));
  process.env['SENGEN_TEST_SCRATCH'] = folder;
  return () => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
}
