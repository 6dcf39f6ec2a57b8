import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { allMigrations } from '../../main/data/migrations/all.ts';
import { createLibrary, openLibrary } from '../../main/data/opening/open-library.ts';
import type { Edit } from '../../shared/model/edits.ts';
import { actor, identifier, newLibrary, now, reopened, report, step, valueOf } from './sample-content.ts';
import { folderState, temporaryFolder } from './temporary-folder.ts';

/** A disk of one megabyte, or null where none may be mounted. */
function smallDisk(): string | null {
  const disk = join(temporaryFolder(), 'disk');
  mkdirSync(disk);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk], { stdio: 'pipe' });
  } catch {
    console.log('skipped: only an administrator of Linux can mount a small disk to fill up');
    return null;
  }
  onTestFinished(() => void execFileSync('umount', ['-l', disk]));
  return disk;
}

function fill(disk: string): void {
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(join(disk, 'filler'), Buffer.alloc(bavail * bsize));
}

test('a full disk refuses the step, keeps what was there, and takes the step once there is room', ({
  skip,
}) => {
  const disk = smallDisk();
  if (disk === null) return skip();
  const path = join(disk, 'a.sengen');
  const content = report();
  const library = newLibrary(path);
  valueOf(library.reports.create(content, actor));
  const row = content.initiatives[0]!;
  const plan = Array.from({ length: 200 }, (_, index) => `港の見回り ${index} ${'続けます'.repeat(60)}`);
  const edit: Edit = {
    kind: 'set-field',
    owner: 'row',
    initiative: row.id,
    field: 'plan',
    before: row.plan,
    after: plan,
  };
  const long = step(edit);

  fill(disk);
  for (let tries = 0; tries < 3; tries += 1) {
    expect(library.reports.commit(content.id, long, actor)).toEqual({
      ok: false,
      failure: { code: 'disk-full', path },
    });
    expect(valueOf(library.reports.read(content.id))).toMatchObject({ report: content, sequence: 0 });
  }
  rmSync(join(disk, 'filler'));
  expect(valueOf(library.reports.commit(content.id, long, actor)).sequence).toBe(1);
  expect(valueOf(library.reports.undo(content.id, identifier(), actor)).sequence).toBe(2);
  library.close();
  const again = reopened(path);
  expect(valueOf(again.reports.read(content.id)).report).toEqual(content);
  again.close();
});

test('a disk that fills up while steps are stored loses none that was answered', ({ skip }) => {
  const disk = smallDisk();
  if (disk === null) return skip();
  const path = join(disk, 'a.sengen');
  const content = report();
  const library = newLibrary(path);
  valueOf(library.reports.create(content, actor));
  let title = content.initiatives[0]!.title;
  let sequence = 0;
  for (;;) {
    const after = `取組 ${sequence} ${'あ'.repeat(2_000)}`;
    const accepted = library.reports.commit(
      content.id,
      step({
        kind: 'set-field',
        owner: 'row',
        initiative: content.initiatives[0]!.id,
        field: 'title',
        before: title,
        after,
      }),
      actor,
    );
    if (!accepted.ok) {
      expect(accepted.failure.code).toBe('disk-full');
      break;
    }
    sequence = accepted.value.sequence;
    title = after;
  }
  expect(sequence).toBeGreaterThan(5);
  library.close();
  const again = reopened(path);
  const stored = valueOf(again.reports.read(content.id));
  expect(stored.sequence).toBe(sequence);
  expect(stored.report.initiatives[0]?.title).toBe(title);
  again.close();
});

test('a full disk refuses a new library and a migration, and leaves nothing behind', ({ skip }) => {
  const disk = smallDisk();
  if (disk === null) return skip();
  const path = join(disk, 'a.sengen');
  newLibrary(path).close();
  fill(disk);
  const before = folderState(disk);
  const other = join(disk, 'b.sengen');
  expect(createLibrary(other, now)).toMatchObject({ ok: false, failure: { code: 'disk-full' } });
  expect(folderState(disk)).toEqual(before);
  const migrations = [
    ...allMigrations,
    { version: allMigrations.length + 1, name: 'nothing', up: () => undefined },
  ];
  expect(openLibrary(path, now, { migrations })).toMatchObject({
    ok: false,
    failure: { code: 'disk-full' },
  });
  expect(folderState(disk)).toEqual(before);
  expect(readdirSync(disk).sort()).toEqual(['a.sengen', 'filler']);
  rmSync(join(disk, 'filler'));
  reopened(path).close();
});
