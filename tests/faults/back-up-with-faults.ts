import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { examineBackup } from '../../main/backup/apart.ts';
import { BackupShelf } from '../../main/backup/backup-shelf.ts';
import { makeBackup } from '../../main/backup/make-backup.ts';
import { SecondPlace } from '../../main/backup/second-place.ts';
import { createLibrary } from '../../main/data/opening/open-library.ts';
import { actor, initiative, report, step, valueOf } from '../data/sample-content.ts';
import { FaultControl } from './fault-control.ts';

/**
 * Makes a backup again and again in `FOLDER/控え` and brings `FOLDER/USB` up to it, each time with a later disk operation
 * failing for good: `back-up-with-faults.ts CONTROL FOLDER LIBRARY STRIDE`, for a full disk and for one that takes no writes. Prints a line of
 * JSON for each.
 */
const [control = '', folder = '', path = '', stride = '1'] = process.argv.slice(2);
const faults = new FaultControl(control);
const now = (): Date => new Date('2027-04-01T08:30:00+09:00');
const library = valueOf(createLibrary(path, now));
const content = report({ initiatives: [initiative()] });
valueOf(library.reports.create(content, actor));
const [row] = content.initiatives;
let title = row!.title;

const shelf = new BackupShelf(join(folder, '控え'), library);
const second = new SecondPlace(join(folder, '控え'), () => undefined);
valueOf(await second.choose(join(folder, 'USB')));
const other = second.shelf(library)!;

for (const error of [28, 13])
  for (let at = 1; ; at += Number(stride)) {
    const edit = { kind: 'set-initiative-text', initiative: row!.id, field: 'title' } as const;
    const saved = library.reports.commit(
      content.id,
      step({ ...edit, before: title, after: `題${error}-${at}` }),
      actor,
    );
    title = `題${error}-${at}`;
    faults.set({ at, stays: true, error, kinds: ['write', 'sync', 'rename'] });
    const made = await makeBackup(library, shelf, 'work', now());
    await second.bringUp(library);
    const { failed } = faults.clear();
    const state = second.state.kind;
    if (failed === 0) break;
    // What bears a backup's name is whole, whatever failed; the next try finds room and leaves nothing of this one.
    const broken = [];
    for (const backup of [...(await shelf.list()), ...(await other.list())])
      if (!(await examineBackup(backup)).ok) broken.push(backup.name);
    valueOf(await makeBackup(library, shelf, 'work', now()));
    await second.bringUp(library);
    const left = [shelf.folder, other.folder].flatMap((place) => readdirSync(place));
    const latest = [await shelf.latest(), await other.latest()].map((backup) => backup?.steps);
    const outcome = {
      saved: saved.ok,
      made: made.ok,
      second: state,
      broken,
      left: left.filter((name) => name.startsWith('~')),
      // The latest on both shelves holds the step, once there is room.
      isCaughtUp: latest.every((steps) => steps === library.copies.counts().steps),
    };
    process.stdout.write(`${JSON.stringify({ error, at, ...outcome })}\n`);
  }
library.close();
