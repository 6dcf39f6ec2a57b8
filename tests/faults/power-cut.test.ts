import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { again } from '../support/again.ts';
import { lastingFolder, temporaryFolders } from '../support/temporary-folder.ts';
import { trustRuns } from '../support/trust-runs.ts';
import { missingAfter, promisedBy } from './check-after.ts';
import { faultErrors, FaultControl, type Fault } from './fault-control.ts';
import { shim, shimNeeds } from './shim.ts';
import { work, workplaceIn } from './start-at-work.ts';
import { places, type Work } from './work-and-marks.ts';

/*
 * A real ext4 on a loop device loses its power at a disk operation of the program at work: what the kernel has not
 * written yet is gone. Mounted again it holds everything that was answered.
 */

const newFolder = temporaryFolders();
const own = lastingFolder();
const runs = trustRuns('power-cuts', { quick: 5, whole: 600 });
const works: readonly Work[] = [
  'save',
  'export',
  'undo',
  'draft',
  'save',
  'backup',
  'export',
  'save',
  'restore',
];
/** About as many disk operations as the works take. */
const operations = 420;

let image = '';
let disk = '';
let missing: string | null = null;
const mount = (): void => void execFileSync('mount', ['-o', 'loop', image, disk], { stdio: 'pipe' });
const unmount = (): Promise<unknown> =>
  // For a moment after a cut it may still be busy.
  again(async () => void execFileSync('umount', [disk], { stdio: 'pipe' }));

beforeAll(() => {
  [image, disk] = [join(own, 'image'), join(own, 'disk')];
  mkdirSync(disk);
  try {
    execFileSync('truncate', ['-s', '48M', image], { stdio: 'pipe' });
    execFileSync('mkfs.ext4', ['-q', image], { stdio: 'pipe' });
    mount();
  } catch {
    missing = 'a disk whose power can be cut needs an administrator of Linux (mkfs.ext4, mount -o loop)';
  }
  if (shim('faults.c') === null) missing = shimNeeds;
});
afterAll(async () => {
  if (missing === null) await unmount();
});

test('a disk that lost its power holds all that was answered', runs.timeout, async ({ skip }) => {
  if (missing !== null) {
    runs.skipped(missing);
    return skip();
  }
  const prepared = workplaceIn(newFolder());
  work(prepared, ['save', 'save', 'export', 'save', 'backup']);
  let cuts = 0;
  for (const { number, random } of runs) {
    for (const name of readdirSync(disk)) {
      if (name !== 'lost+found') rmSync(join(disk, name), { recursive: true });
    }
    const place = { folder: join(disk, '棚'), marks: join(own, 'marks') };
    cpSync(prepared.folder, place.folder, { recursive: true });
    execFileSync('sync', ['-f', disk]);
    const control = join(own, 'control');
    writeFileSync(control, Buffer.alloc(24));
    const plan: Fault = {
      at: random.between(1, operations),
      error: faultErrors.powerCut,
      kinds: ['write', 'sync', 'rename', 'remove', 'open'],
    };
    const outcome = work(place, works, {
      LD_PRELOAD: shim('faults.c')!,
      FAULT_CONTROL: control,
      FAULT_FOLDER: place.folder,
      FAULT_DISK: disk,
      FAULT_PLAN: JSON.stringify(plan),
    });
    await unmount();
    mount();
    if (outcome.killed) cuts += 1;
    const gone = missingAfter(place.folder, promisedBy(outcome.told, []), !outcome.killed);
    if (gone.length > 0) runs.faults.push(`run ${number} at ${plan.at}: ${gone.join('; ')}`);
  }
  expect(runs.faults).toEqual([]);
  if (runs.isTelling) expect(cuts).toBeGreaterThan(0);
  console.log(`${cuts} power cuts: all that was answered is there`);
});

test('what nobody synced is lost, and a library that is gone is found out', async ({ skip }) => {
  // The control: had this outlived the cut, no power was cut.
  if (missing !== null) return skip();
  const place = { folder: join(disk, '控'), marks: join(own, 'marks-of-control') };
  mkdirSync(place.folder);
  const { told } = work(place, ['save', 'save']);
  execFileSync('sync', ['-f', disk]);
  const control = join(own, 'control');
  writeFileSync(control, Buffer.alloc(24));
  new FaultControl(control).set({ at: 1, error: faultErrors.powerCut, kinds: ['write'] });
  const unsynced = join(place.folder, 'unsynced');
  const program = `require('node:fs').writeFileSync(${JSON.stringify(unsynced)}, 'x'.repeat(8_192))`;
  const cut = spawnSync(process.execPath, ['-e', program], {
    env: {
      ...process.env,
      LD_PRELOAD: shim('faults.c')!,
      FAULT_CONTROL: control,
      FAULT_FOLDER: place.folder,
      FAULT_DISK: disk,
    },
  });
  expect(cut.signal).toBe('SIGKILL');
  await unmount();
  mount();
  // The name may outlive a cut, as the file system's journal does.
  expect(existsSync(unsynced) ? readFileSync(unsynced).length : 0).toBe(0);
  const promised = promisedBy(told, []);
  expect(missingAfter(place.folder, promised, false)).toEqual([]);
  rmSync(join(place.folder, places(place.folder).library));
  expect(missingAfter(place.folder, promised, false)).toHaveLength(1);
});
