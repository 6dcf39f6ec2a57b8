import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shim, shimNeeds } from './shim.ts';

/**
 * Runs a program of this folder whose disk operations below `folder` can be told to fail (faults.c), and answers
 * what it printed; null where that can't be had here: it needs Linux and a C compiler.
 */
export function runWithFaults(program: string, folder: string, ...args: string[]): string | null {
  const faults = shim('faults.c');
  if (faults === null) {
    console.log(`skipped: ${shimNeeds}`);
    return null;
  }
  const control = join(folder, '..', 'fault-control');
  writeFileSync(control, Buffer.alloc(24));
  const run = spawnSync(process.execPath, [join(import.meta.dirname, program), control, ...args], {
    encoding: 'utf8',
    env: {
      ...process.env,
      LD_PRELOAD: faults,
      FAULT_CONTROL: control,
      FAULT_FOLDER: folder,
      FAULT_STATES: join(folder, '..', 'states'),
    },
    maxBuffer: 64 * 1024 * 1024,
  });
  if (run.status !== 0) throw new Error(`${program} ended with ${run.status}: ${run.stderr}`);
  return run.stdout;
}
