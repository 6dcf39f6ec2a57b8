import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { writerOfName } from '../../main/domain/unfinished-names.ts';
import { readerHere } from '../../main/foreign-files/do-job.ts';
import { makeVersionOne } from '../data/version-one.ts';
import { openTestApplication } from '../support/open-test-application.ts';
import { lastingFolder, temporaryFolders } from '../support/temporary-folder.ts';
import { trustRuns } from '../support/trust-runs.ts';
import { missingAfter, promisedBy } from './check-after.ts';
import { faultErrors, type Fault } from './fault-control.ts';
import { shim, shimNeeds } from './shim.ts';
import { work, workplaceIn, type Workplace } from './start-at-work.ts';
import { marksFrom, places, type Work } from './work-and-marks.ts';

/*
 * The program is killed at its n-th disk operation, a write being half done. The next start has everything that was
 * answered, and nothing is left of what was being written.
 */

const newFolder = temporaryFolders();
const kinds = ['write', 'sync', 'rename', 'remove', 'open'] as const;

/** Each with about how many operations it takes, of which one is the last. */
const scenes: Readonly<Record<string, { readonly works: readonly Work[]; readonly operations: number }>> = {
  save: { works: ['save', 'save'], operations: 24 },
  undo: { works: ['undo'], operations: 12 },
  import: { works: ['import'], operations: 40 },
  export: { works: ['export'], operations: 18 },
  backup: { works: ['save', 'backup'], operations: 110 },
  restore: { works: ['save', 'restore'], operations: 220 },
  'sign-off': { works: ['sign-off'], operations: 60 },
  draft: { works: ['draft', 'draft'], operations: 14 },
  creation: { works: [], operations: 300 },
  migration: { works: [], operations: 300 },
};
const names = Object.keys(scenes);
const runs = trustRuns('kills', { part: 'work', quick: 10, whole: 1_700 });

const kept = lastingFolder();
let prepared: Workplace | null = null;
beforeAll(() => {
  if (shim('faults.c') === null) return;
  prepared = workplaceIn(kept);
  work(prepared, ['save', 'save', 'export', 'undo', 'save', 'backup', 'save']);
});

/** The folder that a scene begins in. */
function lay(name: string, own: string): Workplace {
  const place = { folder: join(own, '棚'), marks: join(own, 'marks') };
  mkdirSync(place.folder);
  if (name === 'migration') makeVersionOne(join(place.folder, places(place.folder).library));
  else if (name !== 'creation') cpSync(prepared!.folder, place.folder, { recursive: true });
  return place;
}

test('what was answered outlives a death at any disk operation', runs.timeout, async ({ skip }) => {
  const faults = shim('faults.c');
  if (faults === null) {
    runs.skipped(shimNeeds);
    return skip();
  }
  let killed = 0;
  for (const { number, random } of runs) {
    const name = names[(number - 1) % names.length]!;
    const { works, operations } = scenes[name]!;
    const own = newFolder();
    const place = lay(name, own);
    const control = join(own, 'control');
    writeFileSync(control, Buffer.alloc(24));
    const plan: Fault = { at: random.between(1, operations), error: faultErrors.death, kinds };
    const outcome = work(place, works, {
      LD_PRELOAD: faults,
      FAULT_CONTROL: control,
      FAULT_FOLDER: place.folder,
      FAULT_PLAN: JSON.stringify(plan),
    });
    if (outcome.killed) killed += 1;
    // What was under way then may have been stored, and its answer on the way.
    const missing = [
      ...missingAfter(place.folder, promisedBy(outcome.told, []), !outcome.killed),
      ...(await leftAfterStart(place.folder)),
    ];
    if (missing.length > 0) runs.faults.push(`run ${number}, ${name} at ${plan.at}: ${missing.join('; ')}`);
    rmSync(own, { recursive: true });
  }
  expect(runs.faults).toEqual([]);
  // A process that ended by itself shows little.
  if (runs.isTelling) expect(killed).toBeGreaterThan(runs.made / 4);
  console.log(`${runs.made} times at work, ${killed} of them killed in the middle`);
});

/** What the next start leaves lying that nobody can use. */
async function leftAfterStart(folder: string): Promise<string[]> {
  const { library, shelf } = places(folder);
  const application = openTestApplication(folder, library, join(folder, 'recent.json'), readerHere, shelf);
  await application.call('application.start', {});
  await application.call('backups.make', {});
  await application.close();
  const there = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return there
    .filter((path) => writerOfName(basename(path)) !== null || /^~|-journal$/u.test(basename(path)))
    .map((path) => `left: ${path}`);
}

test('a library a step behind, half a file, and what is gone are found out', () => {
  // The control: a program that answers before it has stored would leave these.
  if (prepared === null) return;
  const { folder, marks } = lay('save', newFolder());
  writeFileSync(marks, readFileSync(prepared.marks));
  const promised = promisedBy(marksFrom(readFileSync(marks, 'utf8')), []);
  expect(missingAfter(folder, promised, false)).toEqual([]);
  const ahead = promised.states[0]!.replace(/\d+ (?=[0-9a-f]{16}$)/u, (steps) => `${Number(steps) + 2} `);
  expect(missingAfter(folder, { ...promised, states: [ahead] }, false)).toHaveLength(1);
  const { exported, shelf } = places(folder);
  truncateSync(exported, Math.floor(statSync(exported).size / 2));
  expect(missingAfter(folder, promised, false)).toHaveLength(1);
  rmSync(exported);
  rmSync(shelf, { recursive: true });
  expect(missingAfter(folder, promised, false).length).toBeGreaterThan(promised.backups.length);
});
