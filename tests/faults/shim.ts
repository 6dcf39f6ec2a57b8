import { execFileSync } from 'node:child_process';
import { existsSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** Where it can't be had, a test says this. */
export const shimNeeds = 'failing or recorded disk operations need Linux and a C compiler (cc)';

/**
 * A library of this folder to be put before a program's own disk operations (LD_PRELOAD), from its source in C; null where
 * none can be had. It is made once a run.
 */
export function shim(source: 'faults.c' | 'record.c' | 'deaths.c'): string | null {
  if (process.platform !== 'linux') return null;
  const made = join(
    process.env['SENGEN_TEST_SCRATCH'] ?? tmpdir(),
    `${basename(source, '.c')}-${process.pid}.so`,
  );
  if (existsSync(made)) return made;
  try {
    const flags = ['-shared', '-fPIC', '-O1', '-o', `${made}.new`];
    execFileSync('cc', [...flags, join(import.meta.dirname, source), '-ldl', '-lpthread'], {
      stdio: 'pipe',
    });
    renameSync(`${made}.new`, made);
    return made;
  } catch (error) {
    // One that does not compile is a fault of ours.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
