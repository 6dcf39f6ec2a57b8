import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { libraryWith, now, report, initiative, valueOf } from '../data/sample-content.ts';
import { openLibrary } from '../../main/data/opening/open-library.ts';
import { folderState, temporaryFolder } from '../data/temporary-folder.ts';
import { trustRuns } from '../support/trust-runs.ts';
import { runWithFaults } from './faulty-program.ts';
import { shimNeeds } from './shim.ts';

/** One read that fails passes by; a disk that fails for good is never told as damage. */

interface Outcome {
  readonly at: number;
  readonly outcome: string;
  readonly rows: number | null;
}

const runs = {
  once: trustRuns('disk-faults', { part: 'opening, once', quick: 44, whole: 900 }),
  'for good': trustRuns('disk-faults', { part: 'opening, for good', quick: 6, whole: 100 }),
};

test.each<[keyof typeof runs, string, string, string]>([
  ['once', 'EIO', '5', 'opened'],
  ['for good', 'EIO', '5', 'disk-trouble'],
])('a read that fails %s (%s)', runs.once.timeout, (how, _name, error, expected) => {
  const folder = join(temporaryFolder(), '棚');
  mkdirSync(folder);
  const path = join(folder, 'a.sengen');
  const rows = Array.from({ length: 40 }, (_, at) =>
    initiative({ title: `取組${at}`, plan: ['港の見回りを続けます。'.repeat(40)] }),
  );
  libraryWith(path, report({ initiatives: rows }));
  valueOf(openLibrary(path, now)).close();
  const before = folderState(folder);
  const printed = runWithFaults(
    'open-with-faults.ts',
    folder,
    path,
    error,
    how === 'once' ? '' : 'stays',
    String(runs[how].count),
  );
  if (printed === null) {
    runs[how].skipped(shimNeeds);
    return;
  }
  const outcomes = printed
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Outcome);
  expect(outcomes.length).toBeGreaterThan(5);
  expect(outcomes.filter(({ outcome }) => outcome !== expected)).toEqual([]);
  expect(folderState(folder)).toEqual(before);
  runs[how].took(outcomes.length);
  console.log(`${outcomes.length} reads at open, each failing ${how}: all ${expected}`);
});
