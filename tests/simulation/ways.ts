import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { RequestOutput } from '../../shared/contract/requests.ts';
import { FaultControl, faultErrors } from '../faults/fault-control.ts';
import { shim } from '../faults/shim.ts';
import { builtEntry } from '../support/run-sengen.ts';
import type { Initiative } from '../../shared/model/report.ts';
import { success, type Result } from '../../shared/result.ts';
import { must } from '../support/must.ts';
import { readPartTexts } from '../../main/exchange/part/read-part-texts.ts';
import { sha256Of } from '../../main/files/sha256.ts';
import { readPackageParts } from '../../main/word/reading/read-package.ts';
import type { Held, Person } from './person.ts';

export type TakenIn = RequestOutput<'parts.takeIn'>;

/** How hand-ins travel and are taken in: the program's own way, or one that is known to be bad. */
export interface Ways {
  /** Puts a file that was handed in into the folder, under a name that others see. */
  send(file: string, seen: string): void;
  takeIn(compiler: Person, report: string, file: string): Promise<Result<TakenIn>>;
  /** What stands at the compiler's, conflicts included. */
  holds(compiler: Person, report: string): Held;
}

export const trueWays: Ways = {
  send(file, seen) {
    const under = join(dirname(seen), `.${process.pid}-on-its-way`);
    copyFileSync(file, under);
    renameSync(under, seen);
  },
  takeIn: (compiler, _report, file) =>
    compiler.at((program) => {
      program.files['take-part'] = file;
      return program.call('parts.takeIn', {});
    }),
  holds: (compiler, report) => compiler.holds(report),
};

/** Known to be bad: a file has its name before all of it is written. */
export const nameFirst: Ways = {
  ...trueWays,
  send(file, seen) {
    const bytes = readFileSync(file);
    writeFileSync(seen, bytes.subarray(0, bytes.length >> 1));
  },
};

/** Known to be bad: whoever hands in last is right, whatever stood there. */
export const lastWriterWins: Ways = {
  ...trueWays,
  takeIn: (compiler, report, file) => takenOver(compiler, report, file, (now, rows) => replaced(now, rows)),
};

/** Known to be bad: a row is merged without a look at what was given out, so that one of two texts is left by its length. */
export const withoutBase: Ways = {
  ...trueWays,
  takeIn: (compiler, report, file) =>
    takenOver(compiler, report, file, (now, rows) =>
      replaced(
        now,
        rows.map((row) => {
          const own = now.find(({ id }) => id === row.id);
          return own === undefined
            ? row
            : { ...row, plan: longer(own.plan, row.plan), results: longer(own.results, row.results) };
        }),
      ),
    ),
};

function longer(one: readonly string[], other: readonly string[]): readonly string[] {
  return one.join('').length > other.join('').length ? one : other;
}

function replaced(now: readonly Initiative[], rows: readonly Initiative[]): Initiative[] {
  const added = rows.filter(({ id }) => !now.some((row) => row.id === id));
  return [...now.map((row) => rows.find(({ id }) => id === row.id) ?? row), ...added];
}

/** Stores rows as somebody would who types them, and tells of it as of a hand-in. */
async function takenOver(
  compiler: Person,
  report: string,
  file: string,
  change: (now: readonly Initiative[], rows: readonly Initiative[]) => readonly Initiative[],
): Promise<Result<TakenIn>> {
  const rows = await rowsOfPart(file);
  if (rows === null) return trueWays.takeIn(compiler, report, file);
  await compiler.types(report, (now) => change(now, rows));
  return success({
    report,
    section: '',
    by: '',
    known: false,
    step: null,
    merged: [],
    unplaced: [],
    conflicts: [],
  });
}

/** The rows that a `.sengen-part` brings; null for a file that is none. */
export async function rowsOfPart(file: string): Promise<readonly Initiative[] | null> {
  if (!file.endsWith('.sengen-part') || !existsSync(file)) return null;
  const parts = must(await readPackageParts(readFileSync(file)));
  const content = parts.get('content.json') ?? new Uint8Array();
  const manifest = parts.get('manifest.json') ?? content;
  return must(readPartTexts(manifest, content, sha256Of(content))).content.rows;
}

/**
 * Takes a hand-in in as a process of its own, which is killed at its n-th disk operation. Gives whether it was; null where
 * this machine can't.
 */
export function diesTaking(compiler: Person, file: string, operation: number): boolean | null {
  const faults = shim('faults.c');
  if (faults === null) return null;
  const folder = dirname(compiler.library);
  const control = `${folder}.fault-control`;
  writeFileSync(control, Buffer.alloc(24));
  new FaultControl(control).set({
    at: operation,
    error: faultErrors.death,
    kinds: ['write', 'sync', 'rename', 'remove'],
  });
  const run = spawnSync(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      resolve(import.meta.dirname, '../..', builtEntry),
      'merge',
      compiler.library,
      file,
    ],
    {
      encoding: 'utf8',
      env: {
        ...process.env,
        XDG_DATA_HOME: `${folder}.own`,
        LD_PRELOAD: faults,
        FAULT_CONTROL: control,
        FAULT_FOLDER: folder,
      },
    },
  );
  return run.signal === 'SIGKILL';
}
