import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readerHere } from '../../main/foreign-files/do-job.ts';
import type { Failure } from '../../shared/failure.ts';
import { must } from '../support/must.ts';
import { openTestApplication, type TestApplication } from '../support/open-test-application.ts';
import { FaultControl, type Fault } from './fault-control.ts';
import { missingAfter } from './check-after.ts';
import { places, stateIn, type Mark, type Work } from './work-and-marks.ts';
import { Refused, Worker } from './works.ts';

/**
 * Does one work after the other while disk operations fail: `sweep-with-faults.ts CONTROL FOLDER PREPARED CASES`.
 *
 * Each case (a `FaultCase`; the file CASES holds all of them as JSON) has a copy of the folder PREPARED, laid down in FOLDER, below which alone
 * anything fails. Prints a `FaultOutcome` as JSON, one a line.
 */
export interface FaultCase {
  readonly number: number;
  /** `open`: the program starts while the disk fails. */
  readonly work: Work | 'open';
  readonly fault: Fault;
}

export interface FaultOutcome {
  readonly number: number;
  /** How many operations the disk was asked for, and how many failed. */
  readonly count: number;
  readonly failed: number;
  /** `done`, or the code of the failure. */
  readonly answer: string;
  readonly failure: unknown;
  /** What was promised and is not there, or what stands there and should not. */
  readonly wrong: readonly string[];
}

const [controlFile = '', folder = '', prepared = '', casesFile = ''] = process.argv.slice(2);
const control = new FaultControl(controlFile);

for (const each of JSON.parse(readFileSync(casesFile, 'utf8')) as FaultCase[]) {
  const outcome = await attempt(each);
  process.stdout.write(`${JSON.stringify(outcome)}\n`);
}

/** Who reads on while the disk goes on failing is answered, or told which fault it is. */
async function unnamedThen({ call }: TestApplication): Promise<string[]> {
  const asked = [
    ['reports.list', await call('reports.list', {})],
    ['library.check', await call('library.check', {})],
    ['backups.list', await call('backups.list', {})],
  ] as const;
  return asked.flatMap(([name, answer]) =>
    !answer.ok && answer.failure.code === 'unexpected' ? [`then ${name}: unexpected`] : [],
  );
}

async function attempt({ number, work, fault }: FaultCase): Promise<FaultOutcome> {
  rmSync(folder, { recursive: true, force: true });
  cpSync(prepared, folder, { recursive: true });
  mkdirSync(folder, { recursive: true });
  const wrong: string[] = [];
  const { library, shelf } = places(folder);
  // Where no backup is asked for none is made: each is read through by a thread that has to start.
  const shelved = ['backup', 'restore', 'sign-off'].includes(work) ? shelf : undefined;
  const open = () => openTestApplication(folder, library, join(folder, 'recent.json'), readerHere, shelved);

  if (work === 'open') control.set(fault);
  const application = open();
  let answer = 'done';
  let failure: unknown = null;
  let before = '';
  let promised: Partial<Mark> = {};
  try {
    if (work === 'open') {
      const started = must(await application.call('application.start', {})).libraryFailure;
      if (started) throw new Refused(started as Failure);
    } else {
      // The backup of the opening is over.
      if (shelved !== undefined) must(await application.call('backups.make', {}));
      before = await stateIn(application);
      const report = must(await application.call('reports.list', {}))[0]!.id;
      const worker = new Worker(application, folder, report);
      control.set(fault);
      promised = await worker.do(work);
    }
  } catch (error) {
    if (!(error instanceof Refused))
      wrong.push(`thrown: ${error instanceof Error ? error.stack : String(error)}`);
    answer = error instanceof Refused ? error.failure.code : 'thrown';
    failure = error instanceof Refused ? error.failure : null;
  }
  if (fault.stays) wrong.push(...(await unnamedThen(application)));
  const { count, failed } = control.clear();
  const state = await stateIn(application).catch(() => null);
  await application.close();
  for (const { error } of application.logged) {
    if (answer === 'done' || answer === 'unexpected')
      wrong.push(`logged: ${error instanceof Error ? error.stack : String(error)}`);
  }
  wrong.push(...wrongAfter(before, state, answer, promised));
  return { number, count, failed, answer, failure, wrong };

  function wrongAfter(was: string, is: string | null, answered: string, mark: Partial<Mark>): string[] {
    // A start or a restoring that failed leaves no library open; it stands there, whole.
    if (['open', 'restore'].includes(work) && is === null) {
      if (!existsSync(join(folder, library))) return ['the library is gone'];
      return missingAfter(folder, { states: [], files: [], backups: [], draft: null });
    }
    if (is === null) return ['nothing can be read'];
    const stored = ['save', 'undo', 'redo', 'create', 'import'].includes(work);
    return [
      ...missingAfter(folder, {
        states: [is],
        files: mark.file === undefined ? [] : [mark.file],
        backups: mark.backup === undefined ? [] : [mark.backup],
        draft: mark.draft ?? null,
      }),
      ...(stored && answered === 'done' && is === was ? ['called done, and nothing was stored'] : []),
    ];
  }
}
