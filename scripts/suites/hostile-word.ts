import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer } from './hostile-word/child.ts';
import { trustRuns } from '../../tests/support/trust-runs.ts';
import { hostileFile } from './hostile-word/hostile-file.ts';
import { realFiles } from './hostile-word/real-files.ts';

/**
 * Reads so many hostile Word files (10,000 unless told otherwise) and prints what became of them.
 *
 *     node scripts/suites/hostile-word.ts [count] [first]
 *
 * The reader runs in a process that may not write, nor start processes or threads: an attempt is a crash.
 * Each file must be read or refused within {@link slowest} milliseconds and {@link most} bytes.
 */
const slowest = 2_000;
const most = 512 << 20;
/** Milliseconds without an answer after which the reader counts as hanging. */
const hanging = 30_000;

const runs = trustRuns('hostile-files', { part: 'Word', quick: 10_000, whole: 29_500 });
const [count = runs.count, first = 1] = process.argv.slice(2).map(Number);
let met = 0;
const folder = mkdtempSync(join(tmpdir(), 'sengen-hostile-'));
const files = await realFiles();
const outcomes = new Map<string, number>();
const slowestOf = new Map<string, number>();
const faults: string[] = [];
let peak = 0;

let child = startReader();
for (let number = first; number < first + count && !runs.isOver; number += 1) {
  met += 1;
  const { kind, bytes } = hostileFile(number, files);
  let answer = await ask(child, bytes);
  if (typeof answer !== 'string' && isTooMuch(answer)) {
    // What the process held before, and what else this machine does, is not the file's: its second time counts.
    child.kill();
    child = startReader();
    answer = await ask(child, bytes);
  }
  if (typeof answer === 'string') {
    faults.push(`${number} ${kind}: ${answer}`);
    child = startReader();
  } else take(`${number} ${kind}`, kind, answer);
}
const ended = once(child, 'exit');
child.kill();
await ended;
const written = readdirSync(folder);
if (written.length > 0) faults.push(`written: ${written.join(', ')}`);
rmSync(folder, { recursive: true, force: true });
print();
runsMet();
process.exitCode = faults.length === 0 ? 0 : 1;

function startReader(): ChildProcess {
  return fork(join(import.meta.dirname, 'hostile-word/child.ts'), {
    cwd: folder,
    serialization: 'advanced',
    execArgv: [
      // A heap of so little room, that memory shows what a file needs and not what nobody swept up.
      '--max-old-space-size=288',
      '--permission',
      '--allow-fs-read=*',
      '--disable-warning=ExperimentalWarning',
      '--disable-warning=SecurityWarning',
    ],
  });
}

/** The reader's answer, or what happened instead. */
function ask(reader: ChildProcess, bytes: Buffer): Promise<Answer | string> {
  return new Promise((answered) => {
    const clock = setTimeout(() => {
      reader.kill('SIGKILL');
      end('hangs');
    }, hanging);
    const onMessage = (answer: unknown): void => end(answer as Answer);
    const onClose = (code: number | null): void => end(`the process ended with ${code}`);
    function end(answer: Answer | string): void {
      clearTimeout(clock);
      reader.off('message', onMessage).off('close', onClose);
      answered(answer);
    }
    reader.once('message', onMessage).once('close', onClose);
    reader.send(bytes);
  });
}

function isTooMuch({ milliseconds, memory }: Answer): boolean {
  return milliseconds > slowest || memory > most;
}

function take(name: string, kind: string, { outcome, milliseconds, memory }: Answer): void {
  const code = outcome.startsWith('CRASH') ? 'CRASH' : outcome;
  outcomes.set(code, (outcomes.get(code) ?? 0) + 1);
  slowestOf.set(kind, Math.max(slowestOf.get(kind) ?? 0, milliseconds));
  peak = Math.max(peak, memory);
  if (code === 'CRASH') faults.push(`${name}: ${outcome}`);
  if (milliseconds > slowest) faults.push(`${name}: ${milliseconds.toFixed(0)} ms`);
  if (memory > most) faults.push(`${name}: ${megabytes(memory)} MB`);
}

function runsMet(): void {
  runs.took(met, faults.length, {
    'Word file, longest, ms': Math.round(Math.max(0, ...slowestOf.values())),
    'Word file, memory, MB': Math.round(peak / (1 << 20)),
  });
}

function print(): void {
  const descending = (counts: ReadonlyMap<string, number>): (readonly [string, number])[] =>
    [...counts].toSorted(([, one], [, other]) => other - one);
  console.log(`${met} files`);
  for (const [code, times] of descending(outcomes)) console.log(`  ${code} ${times}`);
  console.log('slowest, in milliseconds of the processor');
  for (const [kind, milliseconds] of descending(slowestOf).slice(0, 8)) {
    console.log(`  ${kind} ${milliseconds.toFixed(0)}`);
  }
  console.log(`peak memory ${megabytes(peak)} MB`);
  console.log(faults.length === 0 ? 'no fault' : `${faults.length} FAULTS`);
  for (const fault of faults.slice(0, 20)) console.log(`  ${fault}`);
}

function megabytes(bytes: number): string {
  return (bytes / (1 << 20)).toFixed(0);
}
