import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Runs a program of this folder whose disk operations below `folder` can be told to fail (faults.c), and answers
 * what it printed; null where that can't be had here: it needs Linux and a C compiler.
 */
export function runWithFaults(program: string, folder: string, ...args: string[]): string | null {
  const shim = compiledShim(folder);
  if (shim === null) {
    console.log('skipped: failing disk operations need Linux and a C compiler (cc)');
    return null;
  }
  const control = join(folder, '..', 'fault-control');
  writeFileSync(control, Buffer.alloc(24));
  const run = spawnSync(process.execPath, [join(import.meta.dirname, program), control, ...args], {
    encoding: 'utf8',
    env: {
      ...process.env,
      LD_PRELOAD: shim,
      FAULT_CONTROL: control,
      FAULT_FOLDER: folder,
      FAULT_STATES: join(folder, '..', 'states'),
    },
    maxBuffer: 64 * 1024 * 1024,
  });
  if (run.status !== 0) throw new Error(`${program} ended with ${run.status}: ${run.stderr}`);
  return run.stdout;
}

function compiledShim(folder: string): string | null {
  if (process.platform !== 'linux') return null;
  const shim = join(folder, '..', 'faults.so');
  try {
    const source = join(import.meta.dirname, 'faults.c');
    execFileSync('cc', ['-shared', '-fPIC', '-O1', '-o', shim, source, '-ldl'], { stdio: 'pipe' });
    return shim;
  } catch (error) {
    // One that does not compile is a fault of ours.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
