import { fork } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Reads so many hostile Word files (10,000 unless told otherwise) and prints what became of them.
 *
 *     node scripts/suites/hostile-word.ts [count] [first]
 *
 * The reader runs in a process that may not write, start processes or threads: an attempt is a crash. Each
 * file must be read or refused within {@link slowest} milliseconds and {@link most} bytes.
 */
const slowest = 2_000;
const most = 512 << 20;
/** Milliseconds without a word after which the reader counts as hanging. */
const hanging = 30_000;

interface Told {
  readonly number: number;
  readonly kind: string;
  readonly started?: true;
  readonly outcome: string;
  readonly milliseconds: number;
  readonly memory: number;
}

const [count = 10_000, first = 1] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'sengen-hostile-'));
const outcomes = new Map<string, number>();
const slowestOf = new Map<string, number>();
const faults: string[] = [];
let peak = 0;
let slow = { milliseconds: 0, number: 0, kind: '' };
let read = 0;

for (let next = first; next < first + count;) next = await run(next, first + count - 1);
const left = readdirSync(folder);
rmSync(folder, { recursive: true, force: true });
if (left.length > 0) faults.push(`written: ${left.join(', ')}`);

const lines = [...outcomes]
  .toSorted(([, one], [, other]) => other - one)
  .map(([code, times]) => `  ${code} ${times}`);
console.log(`${read} files\n${lines.join('\n')}`);
console.log(
  `slowest ${slow.milliseconds.toFixed(0)} ms (number ${slow.number}, ${slow.kind}), peak memory ${(peak / (1 << 20)).toFixed(0)} MB`,
);
const bySlowness = [...slowestOf].toSorted(([, one], [, other]) => other - one).slice(0, 8);
console.log(
  bySlowness.map(([kind, milliseconds]) => `  ${kind}: ${milliseconds.toFixed(0)} ms`).join('\n'),
);
console.log(
  faults.length === 0 ? 'no fault' : `${faults.length} FAULTS\n${faults.slice(0, 20).join('\n')}`,
);
process.exitCode = faults.length === 0 ? 0 : 1;

/** Runs the reader until it is through or broken; answers the number to go on with. */
async function run(from: number, to: number): Promise<number> {
  const child = fork(join(import.meta.dirname, 'hostile-word/child.ts'), [String(from), String(to)], {
    cwd: folder,
    execArgv: [
      // So that memory shows what is needed and not what was left lying about.
      '--max-old-space-size=320',
      '--max-semi-space-size=8',
      '--permission',
      '--allow-fs-read=*',
      '--disable-warning=ExperimentalWarning',
      '--disable-warning=SecurityWarning',
    ],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  let at = { number: from, kind: 'start' };
  let clock = setTimeout(stop, hanging);
  function stop(): void {
    faults.push(`${at.number} ${at.kind}: hangs`);
    child.kill('SIGKILL');
  }
  child.on('message', (message) => {
    const told = message as Told;
    at = told;
    clearTimeout(clock);
    clock = setTimeout(stop, hanging);
    if (told.started !== true) take(told);
  });
  const code = await new Promise<number | null>((ended) => child.once('close', ended));
  clearTimeout(clock);
  if (code !== 0 && at.kind !== 'start')
    faults.push(`${at.number} ${at.kind}: the process ended with ${code}`);
  if (at.kind === 'start') throw new Error('the reader did not start');
  return at.number + 1;
}

function take({ number, kind, outcome, milliseconds, memory }: Told): void {
  read += 1;
  const code = outcome.startsWith('CRASH') ? 'CRASH' : outcome;
  outcomes.set(code, (outcomes.get(code) ?? 0) + 1);
  slowestOf.set(kind, Math.max(slowestOf.get(kind) ?? 0, milliseconds));
  if (milliseconds > slow.milliseconds) slow = { milliseconds, number, kind };
  peak = Math.max(peak, memory);
  if (code === 'CRASH') faults.push(`${number} ${kind}: ${outcome}`);
  if (milliseconds > slowest) faults.push(`${number} ${kind}: ${milliseconds.toFixed(0)} ms`);
  if (memory > most) faults.push(`${number} ${kind}: ${(memory / (1 << 20)).toFixed(0)} MB`);
}
