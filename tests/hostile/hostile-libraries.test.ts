import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { mutatedBytes } from '../../scripts/suites/hostile-word/mutate-bytes.ts';
import { readReportJson } from '../../main/exchange/read-report-json.ts';
import { readFileSync } from 'node:fs';
import { sampleReport } from '../support/real-report.ts';
import { compiled } from '../faults/start-at-work.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { trustRuns } from '../support/trust-runs.ts';
import type { Met } from './meet-hostile-libraries.ts';

/** Libraries and JSON made by somebody who means harm, or damaged: read or refused, in bounded time and memory. */

const slowest = 2_000;
const most = 512 << 20;
const newFolder = temporaryFolders();
const children: ChildProcess[] = [];
afterAll(() => children.forEach((child) => child.kill('SIGKILL')));

function startChild(folder: string): ChildProcess {
  const child = fork(join(import.meta.dirname, 'meet-hostile-libraries.ts'), [folder], {
    execArgv: ['--disable-warning=ExperimentalWarning', '--max-old-space-size=256'],
    env: { ...process.env, NODE_COMPILE_CACHE: compiled() },
  });
  children.push(child);
  return child;
}

/** What became of it, or that the process ended. */
function ask(child: ChildProcess, seed: number): Promise<Met> {
  return new Promise((answered) => {
    const died = (code: number | null): void => {
      child.off('message', take);
      answered({
        kind: '',
        outcome: `CRASH the process ended with ${code}`,
        milliseconds: 0,
        memory: 0,
      });
    };
    const take = (met: unknown): void => {
      child.off('exit', died);
      answered(met as Met);
    };
    child.once('message', take).once('exit', died);
    child.send(seed);
  });
}

const libraries = trustRuns('hostile-files', { part: 'libraries', quick: 120, whole: 40_000 });

test('a hostile library is opened or refused in words', libraries.timeout, async () => {
  let child = startChild(newFolder());
  const restart = async (): Promise<void> => {
    child.kill('SIGKILL');
    child = startChild(newFolder());
    await ask(child, -1);
  };
  await ask(child, -1);
  const outcomes = new Map<string, number>();
  let longest = 0;
  let peak = 0;
  for (const { number, seed } of libraries) {
    let met = await ask(child, seed);
    if (met.milliseconds > slowest || met.memory > most) {
      // What the process held before is not this file's.
      await restart();
      met = await ask(child, seed);
    }
    const { kind, outcome, milliseconds, memory } = met;
    outcomes.set(outcome.slice(0, 40), (outcomes.get(outcome.slice(0, 40)) ?? 0) + 1);
    [longest, peak] = [Math.max(longest, milliseconds), Math.max(peak, memory)];
    const name = `run ${number} (${kind})`;
    if (outcome.startsWith('CRASH')) {
      libraries.faults.push(`${name}: ${outcome.slice(0, 600)}`);
      await restart();
    }
    if (milliseconds > slowest) libraries.faults.push(`${name}: ${milliseconds.toFixed(0)} ms`);
    if (memory > most) libraries.faults.push(`${name}: ${memory} bytes`);
  }
  libraries.measured({ 'library, longest, ms': Math.round(longest), 'library, memory, MB': peak >> 20 });
  console.log(`hostile libraries: ${[...outcomes].map((each) => each.join(' ')).join(', ')}`);
  expect(libraries.faults).toEqual([]);
  // Were all opened, or all refused at the door, little would have been shown.
  if (libraries.isTelling) expect(outcomes.size).toBeGreaterThan(3);
});

const texts = trustRuns('hostile-files', { part: 'JSON', quick: 124, whole: 129_500 });

test('a hostile JSON file is read or refused in words', texts.timeout, () => {
  const honest = readFileSync(sampleReport);
  const source = honest.toString('utf8');
  const outcomes = new Map<string, number>();
  let longest = 0;
  for (const { number, random } of texts) {
    const bytes =
      random.below(2) === 0 ? mutatedBytes(honest, random) : Buffer.from(mutated(source, random));
    const start = process.threadCpuUsage();
    try {
      const read = readReportJson(bytes, 'a.json');
      const code = read.ok ? 'read' : read.failure.code;
      outcomes.set(code, (outcomes.get(code) ?? 0) + 1);
    } catch (error) {
      texts.faults.push(`run ${number}: ${String(error)}`);
    }
    const { user, system } = process.threadCpuUsage(start);
    longest = Math.max(longest, (user + system) / 1_000);
  }
  texts.measured({ 'JSON, longest, ms': Math.round(longest) });
  expect(texts.faults).toEqual([]);
  expect(longest).toBeLessThan(slowest);
  if (texts.isTelling) expect(outcomes.size).toBeGreaterThan(3);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

/** Another value in place of one that stands there. */
function mutated(
  source: string,
  random: { below(end: number): number; of<T>(values: readonly T[]): T },
): string {
  const values = [...source.matchAll(/"(?:[^"\\]|\\.)*"|-?\d+|true|false|null/gu)];
  const value = values[random.below(values.length)]!;
  const other = random.of([
    'null',
    '-1',
    '1e999',
    '{}',
    '[]',
    '"\\u0000"',
    '"\\ud800"',
    '{"__proto__": {"polluted": true}}',
    `${'['.repeat(3_000)}${']'.repeat(3_000)}`,
    `"${'長'.repeat(30_000)}"`,
    `[${'{},'.repeat(500)}{}]`,
    '"2147483648"',
    '"sengen-report/99"',
    '',
  ]);
  return source.slice(0, value.index) + other + source.slice(value.index + value[0].length);
}
