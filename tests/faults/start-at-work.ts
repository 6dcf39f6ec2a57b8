import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleReport } from '../support/real-report.ts';
import { marksFrom, type Mark, type Work } from './work-and-marks.ts';

/** A folder for the program at work, beside its marks. */
export interface Workplace {
  readonly folder: string;
  readonly marks: string;
}

/** Makes a workplace in an empty folder. */
export function workplaceIn(own: string): Workplace {
  const folder = join(own, '棚');
  mkdirSync(folder);
  copyFileSync(sampleReport, join(folder, '取込.json'));
  return { folder, marks: join(own, 'marks') };
}

/** Runs the program at work to its end, or until it is killed; gives its marks and whether it was. */
export function work(
  { folder, marks }: Workplace,
  works: readonly Work[],
  environment: NodeJS.ProcessEnv = {},
): { told: Mark[]; killed: boolean } {
  writeFileSync(marks, '');
  const program = join(import.meta.dirname, 'program-at-work.ts');
  const run = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', program, folder, marks, ...works],
    { encoding: 'utf8', env: { ...process.env, NODE_COMPILE_CACHE: compiled(), ...environment } },
  );
  const killed = run.signal === 'SIGKILL';
  if (!killed && run.status !== 0) {
    throw new Error(`the program at work ended with ${run.status}: ${run.stderr}`);
  }
  return { told: marksFrom(readFileSync(marks, 'utf8')), killed };
}

/** The program is started often in one run of the tests: what Node made of its sources is kept for the next start. */
export function compiled(): string | undefined {
  const scratch = process.env['SENGEN_TEST_SCRATCH'];
  return scratch === undefined ? undefined : join(scratch, 'compiled');
}
