import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { failureSentences } from '../../shared/words/failure-sentences.ts';
import type { Random } from '../../scripts/suites/hostile-word/random.ts';
import { lastingFolder } from '../support/temporary-folder.ts';
import { trustRuns } from '../support/trust-runs.ts';
import type { BackupCase, BackupOutcome } from './backups-with-faults.ts';
import { faultErrors, type Fault } from './fault-control.ts';
import { shim, shimNeeds } from './shim.ts';
import { compiled, work, workplaceIn, type Workplace } from './start-at-work.ts';

/*
 * A disk operation fails, once or for good, while a backup is made, copied to the second place, tried out, restored or
 * made a library of: nothing is called done that is not, no good backup is called damaged, and nothing stays behind.
 */

const runs = trustRuns('disk-faults', { part: 'backups', quick: 24, whole: 1_000 });
const own = lastingFolder();
const works = ['make', 'second place', 'drill', 'restore', 'adopt'] as const;

/** A fault, and how many operations of its kind a work takes at the most. */
const kinds: readonly { readonly fault: Pick<Fault, 'error' | 'kinds'>; readonly most: number }[] = [
  { fault: { error: faultErrors.EIO, kinds: ['read'] }, most: 60 },
  { fault: { error: faultErrors.EIO, kinds: ['write'] }, most: 40 },
  { fault: { error: faultErrors.EIO, kinds: ['sync'] }, most: 12 },
  { fault: { error: faultErrors.EIO, kinds: ['rename'] }, most: 4 },
  { fault: { error: faultErrors.ENOSPC, kinds: ['write'] }, most: 60 },
  { fault: { error: faultErrors.short, kinds: ['write'] }, most: 40 },
  { fault: { error: faultErrors.EACCES, kinds: ['open'] }, most: 16 },
  { fault: { error: faultErrors.EACCES, kinds: ['rename'] }, most: 4 },
];

let prepared: Workplace | null = null;
beforeAll(() => {
  if (shim('faults.c') === null) return;
  prepared = workplaceIn(own);
  work(prepared, ['save', 'backup', 'save', 'backup', 'save']);
});

function caseOf(number: number, random: Random): BackupCase {
  const { fault, most } = kinds[number % kinds.length]!;
  return {
    number,
    // 5 works and 8 kinds: the first 40 are each pair once.
    work: works[number % works.length]!,
    fault: { ...fault, at: random.between(1, most), stays: random.below(2) === 0 },
  };
}

function outcomesOf(cases: readonly BackupCase[]): BackupOutcome[] {
  const [control, file, folder] = ['control', 'cases', 'faulty'].map((name) => join(own, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(control, Buffer.alloc(24));
  writeFileSync(file, JSON.stringify(cases));
  mkdirSync(folder, { recursive: true });
  const program = join(import.meta.dirname, 'backups-with-faults.ts');
  const run = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', program, control, folder, prepared!.folder, file],
    {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: {
        ...process.env,
        NODE_COMPILE_CACHE: compiled(),
        LD_PRELOAD: shim('faults.c')!,
        FAULT_CONTROL: control,
        FAULT_FOLDER: folder,
      },
    },
  );
  const outcomes = run.stdout.split('\n').filter((line) => line !== '');
  if (run.status !== 0)
    throw new Error(`after ${outcomes.length} cases the process ended with ${run.status}: ${run.stderr}`);
  return outcomes.map((line) => JSON.parse(line) as BackupOutcome);
}

function wrongIn(each: BackupCase, { failed, failure, wrong }: BackupOutcome): string[] {
  if (failure === null) return [...wrong];
  const { happened, next } = failureSentences(failure);
  return [
    ...wrong,
    ...(failure.code === 'library-damaged' ? ['a disk that fails was called damage'] : []),
    ...(failure.code === 'unexpected' ? ['said nothing of the fault'] : []),
    ...(/\p{Script=Hiragana}/u.test(happened + next) ? [] : ['no sentence']),
    ...(!each.fault.stays && failed === 0 ? ['said that it failed, and nothing had'] : []),
  ];
}

test(
  'backups: nothing is called done that is not, nothing damaged that is whole, nothing stays behind',
  runs.timeout,
  ({ skip }) => {
    if (prepared === null) {
      runs.skipped(shimNeeds);
      return skip();
    }
    let struck = 0;
    const answers = new Map<string, number>();
    const try_ = (cases: readonly BackupCase[]): void => {
      for (const outcome of outcomesOf(cases)) {
        const each = cases.find(({ number }) => number === outcome.number)!;
        if (outcome.failed > 0) struck += 1;
        const answer = `${each.work}: ${outcome.answer}`.slice(0, 60);
        answers.set(answer, (answers.get(answer) ?? 0) + 1);
        const wrong = wrongIn(each, outcome);
        if (wrong.length === 0) continue;
        runs.faults.push(
          `run ${each.number}, ${each.work}, ${JSON.stringify(each.fault)}: ${wrong.join('; ')}`,
        );
      }
    };
    let waiting: BackupCase[] = [];
    for (const { number, random } of runs) {
      waiting.push(caseOf(number, random));
      if (waiting.length < 50 && number !== runs.numbers.at(-1)) continue;
      try_(waiting);
      waiting = [];
    }
    if (waiting.length > 0) try_(waiting);
    console.log(`${struck} of ${runs.numbers.length} met a fault: ${[...answers].map(String).join(' | ')}`);
    expect(runs.faults).toEqual([]);
    expect(struck).toBeGreaterThan(runs.numbers.length / 4);
  },
);
