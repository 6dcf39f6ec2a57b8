import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { libraryWith, now, report, initiative, valueOf } from '../data/sample-content.ts';
import { openLibrary } from '../../main/data/opening/open-library.ts';
import { folderState, temporaryFolder } from '../data/temporary-folder.ts';
import { howMany } from '../support/how-many.ts';
import { runWithFaults } from './faulty-program.ts';

/** One read that fails passes by; a disk that fails for good is never told as damage. */

interface Outcome {
  readonly at: number;
  readonly outcome: string;
  readonly rows: number | null;
}

const most = howMany({ usual: 60, long: 1_000 });

test.each([
  ['once', 'EIO', '5', 'opened'],
  ['for good', 'EIO', '5', 'disk-trouble'],
])('a read that fails %s (%s)', (how, _name, error, expected) => {
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
    String(how === 'once' ? most : Math.ceil(most / 10)),
  );
  if (printed === null) return;
  const outcomes = printed
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Outcome);
  expect(outcomes.length).toBeGreaterThan(5);
  expect(outcomes.filter(({ outcome }) => outcome !== expected)).toEqual([]);
  expect(folderState(folder)).toEqual(before);
  console.log(`${outcomes.length} reads at open, each failing ${how}: all ${expected}`);
});
