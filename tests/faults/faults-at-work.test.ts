import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { Failure } from '../../shared/failure.ts';
import { failureSentences } from '../../shared/words/failure-sentences.ts';
import type { Random } from '../../scripts/suites/hostile-word/random.ts';
import { lastingFolder } from '../support/temporary-folder.ts';
import { trustRuns } from '../support/trust-runs.ts';
import { faultErrors, type Fault } from './fault-control.ts';
import { shim, shimNeeds } from './shim.ts';
import { compiled, work, workplaceIn, type Workplace } from './start-at-work.ts';
import type { FaultCase, FaultOutcome } from './sweep-with-faults.ts';

/*
 * A disk operation fails while the program works, once or for good. What is called done is there afterwards, what is
 * there is whole, and the failure is the one that names the fault.
 */

const runs = trustRuns('disk-faults', { part: 'work', quick: 36, whole: 8_000 });
const own = lastingFolder();
const usual = ['save', 'undo', 'create', 'import', 'export', 'draft', 'open'] as const;
/** Those behind need a thread each time, which reads a backup through. */
const works = [...usual, ...usual, ...usual, ...(['sign-off', 'backup', 'restore'] as const)];

/** A fault, how many operations of its kind a work takes at the most, and what may be said of it. */
interface Kind {
  readonly fault: Pick<Fault, 'error' | 'kinds'>;
  readonly most: number;
  readonly said: readonly string[];
}

const trouble = ['disk-trouble', 'write-failed', 'file-unreadable', 'library-unreadable', 'backup-failed'];
const refused = [
  'target-read-only',
  'library-read-only',
  'library-unreadable',
  'write-failed',
  'file-unreadable',
];
const kinds: readonly Kind[] = [
  ...(
    [
      ['read', 40],
      ['write', 24],
      ['sync', 8],
      ['rename', 2],
      ['remove', 4],
      ['open', 8],
    ] as const
  ).map(([kind, most]) => ({ fault: { error: faultErrors.EIO, kinds: [kind] }, most, said: trouble })),
  {
    fault: { error: faultErrors.ENOSPC, kinds: ['write'] },
    most: 60,
    said: ['disk-full', 'backup-failed'],
  },
  { fault: { error: faultErrors.short, kinds: ['write'] }, most: 24, said: ['disk-full', 'backup-failed'] },
  { fault: { error: faultErrors.EACCES, kinds: ['open'] }, most: 8, said: [...refused, 'backup-failed'] },
  { fault: { error: faultErrors.EACCES, kinds: ['rename'] }, most: 2, said: [...refused, 'backup-failed'] },
];

let prepared: Workplace | null = null;
beforeAll(() => {
  if (shim('faults.c') === null) return;
  prepared = workplaceIn(own);
  work(prepared, ['save', 'save', 'export', 'undo', 'save', 'backup', 'save']);
});

/**
 * Found earlier: the last sync of a commit failed once, and what was stored was to be stored again. In each of these one
 * of the syncs is that one.
 */
const found = (['create', 'save', 'import', 'undo'] as const).flatMap((work) =>
  [1, 2, 3, 4, 5, 6].map((at) => ({ work, at })),
);

test('a commit whose last sync fails is not done twice', ({ skip }) => {
  if (prepared === null) return skip();
  const cases = found.map(({ work: each, at }, number) => ({
    number,
    work: each,
    fault: { error: faultErrors.EIO, kinds: ['sync'] as const, at, stays: false },
  }));
  const outcomes = outcomesOf(cases);
  expect(outcomes.map(({ number, answer, wrong }) => ({ number, answer, wrong }))).toEqual(
    cases.map(({ number }) => ({ number, answer: 'done', wrong: [] })),
  );
  expect(outcomes.filter(({ failed }) => failed > 0).length).toBeGreaterThan(found.length / 2);
});

/**
 * Found earlier: a save that the full disk refused left its journal, and what was read next, which takes it back first,
 * was called unexpected.
 */
test('what is read after a save on a disk that stays full is answered, or told why not', ({ skip }) => {
  if (prepared === null) return skip();
  const kind = kinds.find(({ fault: { error } }) => error === faultErrors.ENOSPC)!;
  const cases = [6, 8, 9, 10, 11, 12].map((at, number) => ({
    ...{ number, work: 'sign-off' as const, kind },
    fault: { ...kind.fault, at, stays: true },
  }));
  const outcomes = outcomesOf(cases);
  expect(outcomes.flatMap((outcome) => wrongIn(cases[outcome.number]!, outcome))).toEqual([]);
  expect(outcomes.filter(({ answer }) => answer === 'disk-full').length).toBeGreaterThan(1);
});

function caseOf(number: number, random: Random): FaultCase & { readonly kind: Kind } {
  const kind = kinds[number % kinds.length]!;
  const fault = { ...kind.fault, at: random.between(1, kind.most), stays: random.below(2) === 0 };
  return { number, work: random.of(works), fault, kind };
}

/** What all of the cases came to; in one process, which starts in a second. */
function outcomesOf(cases: readonly FaultCase[]): FaultOutcome[] {
  const [control, file, folder] = ['control', 'cases', 'faulty'].map((name) => join(own, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(control, Buffer.alloc(24));
  writeFileSync(file, JSON.stringify(cases));
  mkdirSync(folder, { recursive: true });
  const program = join(import.meta.dirname, 'sweep-with-faults.ts');
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
  if (run.status !== 0) {
    throw new Error(`after ${outcomes.length} cases the process ended with ${run.status}: ${run.stderr}`);
  }
  return outcomes.map((line) => JSON.parse(line) as FaultOutcome);
}

function wrongIn({ fault, kind }: ReturnType<typeof caseOf>, outcome: FaultOutcome): string[] {
  if (outcome.answer === 'done' || outcome.failure === null) return [...outcome.wrong];
  const { happened, next } = failureSentences(outcome.failure as Failure);
  return [
    ...outcome.wrong,
    ...(kind.said.includes(outcome.answer) ? [] : [`said ${JSON.stringify(outcome.failure)}`]),
    ...(/\p{Script=Hiragana}/u.test(happened + next) ? [] : ['no sentence']),
    ...(!fault.stays && outcome.failed === 0 ? ['said that it failed, and nothing had'] : []),
  ];
}

test(
  'nothing is called done that is not, and each fault is called by its name',
  runs.timeout,
  ({ skip }) => {
    if (prepared === null) {
      runs.skipped(shimNeeds);
      return skip();
    }
    let struck = 0;
    const try_ = (cases: readonly ReturnType<typeof caseOf>[]): void => {
      for (const outcome of outcomesOf(cases)) {
        const each = cases.find(({ number }) => number === outcome.number)!;
        if (outcome.failed > 0) struck += 1;
        const wrong = wrongIn(each, outcome);
        if (wrong.length === 0) continue;
        runs.faults.push(
          `run ${each.number}, ${each.work}, ${JSON.stringify(each.fault)}: ${wrong.join('; ')}`,
        );
      }
    };
    let waiting: ReturnType<typeof caseOf>[] = [];
    for (const { number, random } of runs) {
      waiting.push(caseOf(number, random));
      if (waiting.length < 200 && number !== runs.numbers.at(-1)) continue;
      try_(waiting);
      waiting = [];
    }
    try_(waiting);
    console.log(`${struck} of ${runs.made} works met a fault`);
    expect(runs.faults).toEqual([]);
    if (runs.isTelling) expect(struck).toBeGreaterThan(runs.made / 4);
  },
);
