import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readerHere } from '../../main/foreign-files/do-job.ts';
import type { Failure } from '../../shared/failure.ts';
import { must } from '../support/must.ts';
import { openTestApplication, type TestApplication } from '../support/open-test-application.ts';
import { missingAfter } from './check-after.ts';
import { FaultControl, type Fault } from './fault-control.ts';
import { places, stateIn } from './work-and-marks.ts';
import { Refused, Worker } from './works.ts';

/**
 * Does what concerns backups while disk operations fail: `backups-with-faults.ts CONTROL FOLDER PREPARED CASES`, as
 * sweep-with-faults.ts does what concerns the library. Prints a `BackupOutcome` as JSON for each case, one a line.
 */
export const backupWorks = ['make', 'second place', 'drill', 'restore', 'adopt'] as const;
export type BackupWork = (typeof backupWorks)[number];

export interface BackupCase {
  readonly number: number;
  readonly work: BackupWork;
  readonly fault: Fault;
}

export interface BackupOutcome {
  readonly number: number;
  readonly failed: number;
  /** `done`, or the code of the failure; for a second place that was chosen, its state. */
  readonly answer: string;
  readonly failure: Failure | null;
  /** What was promised and is not there, or what stands there and should not. */
  readonly wrong: readonly string[];
}

const [controlFile = '', folder = '', prepared = '', casesFile = ''] = process.argv.slice(2);
const control = new FaultControl(controlFile);
const { library, shelf } = places(folder);
const second = join(folder, '二つ目');
const adopted = join(folder, '控えから.sengen');

for (const each of JSON.parse(readFileSync(casesFile, 'utf8')) as BackupCase[]) {
  process.stdout.write(`${JSON.stringify(await attempt(each))}\n`);
}

function open(name = library): TestApplication {
  return openTestApplication(folder, name, join(folder, 'recent.json'), readerHere, shelf);
}

async function attempt({ number, work, fault }: BackupCase): Promise<BackupOutcome> {
  rmSync(folder, { recursive: true, force: true });
  cpSync(prepared, folder, { recursive: true });
  mkdirSync(second);
  const application = open();
  // The backup of the opening is over.
  must(await application.call('backups.make', {}));
  const report = must(await application.call('reports.list', {}))[0]!.id;
  if (work === 'make') await new Worker(application, folder, report).do('save');
  const before = await stateIn(application);
  const names = backupsIn(shelf);
  control.set(fault);
  const { answer, failure } = await doWork(application, work);
  const { failed } = control.clear();
  const state = await stateIn(application).catch(() => null);
  await application.close();
  const wrong = application.logged
    .filter(({ request }) => !request.startsWith('backup '))
    .map(({ error }) => `logged: ${error instanceof Error ? error.stack : JSON.stringify(error)}`);
  wrong.push(...missingAfter(folder, { states: [], files: [], backups: names, draft: null }));
  wrong.push(...falseIn(work, answer, { before, state, names }));
  await startAgain();
  wrong.push(...leftovers());
  return { number, failed, answer, failure, wrong };
}

/** What was answered. */
async function doWork(
  application: TestApplication,
  work: BackupWork,
): Promise<Pick<BackupOutcome, 'answer' | 'failure'>> {
  const asked = async <T>(
    answer: Promise<{ ok: true; value: T } | { ok: false; failure: Failure }>,
  ): Promise<T> => {
    const got = await answer;
    if (!got.ok) throw new Refused(got.failure);
    return got.value;
  };
  const call = application.call.bind(application);
  try {
    switch (work) {
      case 'make':
        return { answer: (await asked(call('backups.make', {}))).made, failure: null };
      case 'second place':
        application.files['second-backups'] = second;
        await asked(call('backups.chooseSecond', {}));
        return { answer: await stateOfSecond(application), failure: null };
      case 'drill': {
        const { drill } = await asked(call('backups.drill', {}));
        const outcomes = drill?.backups.map(({ outcome }) => outcome) ?? [];
        return {
          answer: outcomes.find((each) => each !== 'good') ?? (drill === null ? 'none' : 'done'),
          failure: null,
        };
      }
      case 'restore': {
        const { backups } = await asked(call('backups.list', {}));
        if (backups.length === 0) return { answer: 'none listed', failure: null };
        await asked(call('backups.restore', { name: backups.at(-1)!.name }));
        return { answer: 'done', failure: null };
      }
      case 'adopt': {
        const { backups } = await asked(call('backups.list', {}));
        if (backups.length === 0) return { answer: 'none listed', failure: null };
        application.files['create-library'] = adopted;
        await asked(call('backups.view', { name: backups.at(-1)!.name }));
        await asked(call('backups.adopt', {}));
        return { answer: 'done', failure: null };
      }
    }
  } catch (error) {
    if (error instanceof Refused) return { answer: error.failure.code, failure: error.failure };
    return { answer: `thrown: ${error instanceof Error ? error.stack : String(error)}`, failure: null };
  }
}

/** What is told of it once it is no longer being brought up. */
async function stateOfSecond(application: TestApplication): Promise<string> {
  for (;;) {
    const { second: told } = must(await application.call('backups.list', {}));
    if (told?.state !== 'copying') return told?.state ?? 'none';
    await new Promise((done) => setImmediate(done));
  }
}

interface Around {
  readonly before: string;
  readonly state: string | null;
  readonly names: readonly string[];
}

/** What was called done and is not, or what was called damaged and is not. */
function falseIn(work: BackupWork, answer: string, { before, state, names }: Around): string[] {
  const all = [...readdirSync(shelf, { recursive: true, encoding: 'utf8' })];
  const wrong = all.filter((name) => name.endsWith('.damaged')).map((name) => `set aside: ${name}`);
  if (answer.startsWith('thrown')) wrong.push(answer);
  if (work === 'make' && answer === 'made' && backupsIn(shelf).length <= names.length)
    wrong.push('called made, and there is none more');
  if (work === 'make' && answer === 'same') wrong.push('called the same, and it was another');
  if (work === 'drill' && ['damaged', 'differs', 'apart'].includes(answer))
    wrong.push(`a backup was called ${answer}`);
  if (work === 'second place' && answer === 'held') {
    for (const name of names)
      if (!isSame(name)) wrong.push(`called held, and ${name} is not there as it is in the first place`);
  }
  if (work === 'adopt' && answer === 'done' && !existsSync(adopted))
    wrong.push('called done, and there is no file');
  if (work === 'adopt' && answer !== 'done' && existsSync(adopted))
    wrong.push('failed, and a file is there');
  if (['make', 'second place', 'drill'].includes(work) && state !== before)
    wrong.push('the library says something else');
  return wrong;
}

/** The names of all backups of a place, whatever shelf they stand on. */
function backupsIn(place: string): string[] {
  const all = existsSync(place) ? readdirSync(place, { recursive: true, encoding: 'utf8' }) : [];
  return all.map((path) => basename(path)).filter((name) => /^\d{6}_.*\.sengen$/u.test(name));
}

function isSame(name: string): boolean {
  const [one, other] = [shelf, second].map((place) => {
    const found = readdirSync(place, { recursive: true, encoding: 'utf8' }).find(
      (path) => basename(path) === name,
    );
    return found === undefined ? null : readFileSync(join(place, found));
  });
  return Buffer.isBuffer(one) && Buffer.isBuffer(other) && one.equals(other);
}

/** The next day, with a disk that answers: what was left behind goes, in the second place, too. */
async function startAgain(): Promise<void> {
  const application = open();
  must(await application.call('backups.make', {}));
  must(await application.call('backups.list', {}));
  await application.close();
}

function leftovers(): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /^(?:~|\.)sengen|-journal$/u.test(basename(path)))
    .map((path) => `left behind: ${path}`);
}
