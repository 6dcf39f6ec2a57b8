import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { examineCopy } from '../data/backup/examine-copy.ts';
import type { MigrationShelf } from '../data/opening/copy-before-migration.ts';
import { whileHeld } from '../data/patience.ts';
import { syncFolder } from '../data/opening/sync-folder.ts';
import { writeWhole } from '../data/opening/write-whole.ts';
import { unfinishedFile } from '../domain/unfinished-names.ts';
import { thisWriter } from '../files/leftovers.ts';
import { backupName, backupStamp, readBackupName } from './backup-name.ts';
import { placeOf, shelfOf } from './backup-shelf.ts';

/**
 * The shelf as opening a library needs it: at once, since nothing else can be done before. `root`: the folder of all
 * backups. What is kept already is not kept again, as when a migration is tried once more.
 */
export function migrationShelf(root: string, now: () => Date): MigrationShelf {
  return {
    keep: ({ path, madeAt, pages }) => {
      const folder = join(root, shelfOf(madeAt));
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const draft = join(folder, unfinishedFile(thisWriter(), randomBytes(4).toString('hex')));
      try {
        writeWhole(draft, pages);
        const examined = examineCopy(draft);
        if (!examined.ok) throw new Error(examined.failure);
        const all = readdirSync(folder).flatMap((name) => readBackupName(name) ?? []);
        const number = Math.max(0, ...all.map((each) => each.number)) + 1;
        const backup = { number, stamp: backupStamp(now()), ...examined.value, place: placeOf(path) };
        if (all.some(({ root: held, place }) => place === backup.place && backup.root.startsWith(held)))
          return;
        const name = backupName({ ...backup, reason: 'migration' });
        whileHeld('replace', () => renameSync(draft, join(folder, name)));
        syncFolder(folder);
      } finally {
        rmSync(draft, { force: true });
      }
    },
  };
}
