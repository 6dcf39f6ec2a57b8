import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import { restoreFile } from '../../main/application/backups/backup-by-hand.ts';
import { digestAtOnce } from '../../main/data/backup/content-digest.ts';
import { connect, connectInMemory, disconnect } from '../../main/data/opening/connection.ts';
import { migrate } from '../../main/data/opening/migrate.ts';
import { openLibrary } from '../../main/data/opening/open-library.ts';
import { playBack, readJournal } from '../../main/data/opening/rollback-journal.ts';
import { ownerOf } from '../../main/data/opening/whose-journal.ts';
import type { Migration } from '../../main/data/migrations/migration.ts';
import { allMigrations } from '../../main/data/migrations/all.ts';
import { identifier, libraryWith, now, report, valueOf } from '../data/sample-content.ts';
import { temporaryFolder } from '../data/temporary-folder.ts';
import { makeVersionOne } from '../data/version-one.ts';
import { trustRuns } from '../support/trust-runs.ts';
import { crashedTransactions, markIn, type CrashState } from './crash-states.ts';

/** A journal is played back into the file that it belongs to, and into no other, wherever a program was killed. */

const openings = trustRuns('journals', { part: 'openings', quick: 22, whole: 1_000 });
const cuts = trustRuns('journals', { part: 'cuts', quick: 100, whole: 5_000 });
const rounds = openings.count > 22 ? 4 : 1;

/** A transaction that was cut off, in every state, between the library before it and the one after it. */
interface Cut {
  readonly name: string;
  readonly states: readonly CrashState[];
  readonly before: Buffer;
  readonly after: Buffer;
  /** Libraries as they were earlier, the latest last. */
  readonly earlier: readonly Buffer[];
}

let all: Cut[] = [];

beforeAll(() => {
  const folder = mkdtempSync(join(process.env['SENGEN_TEST_SCRATCH'] ?? tmpdir(), 'journals-'));
  const transactions = crashedTransactions(folder, rounds) ?? [];
  const afters = transactions.map(({ after }) => after);
  all = transactions
    .map((transaction, at) => ({
      ...transaction,
      before: afters[at - 1]!,
      earlier: afters.slice(0, at - 1),
    }))
    .slice(2);
});

describe('the mark of a journal', () => {
  test('is the first that every kind of change writes, and leads back to the state before it', () => {
    const names = all.map(({ name }) => name);
    if (all.length > 0) expect(new Set(names).size).toBeGreaterThan(10);
    for (const { name, states, before } of all) {
      for (const { library, journal } of states) {
        expect([name, markIn(journal)]).not.toEqual([name, null]);
        expect([name, ownerOf(journal, library)]).toEqual([name, 'own']);
        expect([name, playBack(library, journal).equals(before)]).toEqual([name, true]);
      }
    }
    const states = all.flatMap((each) => each.states);
    console.log(
      `${states.length} moments of ${all.length} transactions: each leads back to the state before it`,
    );
  });

  test('tells every other state of the same library from the one that it belongs to', () => {
    let compared = 0;
    for (const [at, { states }] of all.entries()) {
      const { journal } = states[0]!;
      for (const [other, { after }] of all.entries()) {
        // The state before is the very one that it leads back to, the state after the one that it comes from.
        if (other === at || other === at - 1) continue;
        expect([at, other, ownerOf(journal, after)]).toEqual([at, other, 'foreign']);
        compared += 1;
      }
    }
    console.log(`${compared} journals beside other states of their library: all told`);
  });

  test(
    `survives a power cut: any mix of written and unwritten sectors (${cuts.count} times)`,
    cuts.timeout,
    () => {
      const random = numbers(20270401);
      for (const _cut of all.length > 0 ? cuts : []) {
        const { states, before, after } = all[random(all.length)]!;
        const { journal } = states[0]!;
        const torn = Buffer.alloc(random(2) === 0 ? after.length : Math.max(before.length, after.length));
        before.copy(torn);
        for (let at = 0; at < torn.length; at += 512) {
          if (random(2) === 0) after.copy(torn, at, at, at + 512);
        }
        expect(ownerOf(journal, torn)).toBe('own');
        expect(playBack(torn, journal).equals(before)).toBe(true);
      }
    },
  );

  test(`survives one before the journal was whole on the disk (${cuts.count} times)`, cuts.timeout, () => {
    const random = numbers(20270402);
    for (let count = 0; all.length > 0 && count < cuts.count; count += 1) {
      const { states, before } = all[random(all.length)]!;
      const torn = Buffer.from(states[0]!.journalBytes);
      // Its header begins with zeros until the pages were synced; until then the library is as it was before.
      if (random(2) === 0) torn.writeUInt32BE(0, 8);
      else torn.fill(0, 0, 12);
      for (let at = 512; at < torn.length; at += 512) {
        if (random(2) === 0) torn.fill(0, at, Math.min(at + 512, torn.length));
      }
      const journal = readJournal(torn.subarray(0, random(torn.length + 1)));
      if (journal === null) continue;
      expect(ownerOf(journal, before)).not.toBe('foreign');
      expect(playBack(before, journal).equals(before)).toBe(true);
    }
  });
});

/** What a person, or a program, does to a library before it is opened again. */
interface Deed {
  readonly name: string;
  /** Puts `file` down with its journal, and answers the library that must be there afterwards. */
  readonly does: (file: string, cut: Cut, state: CrashState) => Buffer | Promise<Buffer>;
  readonly isForeign: boolean;
}

const deeds: readonly Deed[] = [
  { name: 'nothing', isForeign: false, does: (_file, { before }) => before },
  {
    name: 'an earlier copy is put over it',
    isForeign: true,
    does: (file, { earlier }) => over(file, earlier[earlier.length >> 1]!),
  },
  {
    name: 'the copy of the moment before is put over it',
    isForeign: false,
    does: (file, { before }) => over(file, before),
  },
  {
    name: 'a copy that somebody went on with is put over it',
    isForeign: true,
    does: (file, { before }) => over(file, wentOn(before, 1)),
  },
  {
    name: 'a copy that somebody went on with for longer is put over it',
    isForeign: true,
    does: (file, { earlier }) => over(file, wentOn(earlier.at(-1)!, 3)),
  },
  {
    name: 'another library is put over it',
    isForeign: true,
    does: (file) => {
      const other = join(dirname(file), 'other.sengen');
      libraryWith(other, report());
      return over(file, take(other));
    },
  },
  {
    name: 'a library of an older version is put over it',
    isForeign: true,
    does: (file) => {
      const other = join(dirname(file), 'other.sengen');
      makeVersionOne(other);
      const database = connect(other);
      migrate(database, allMigrations.slice(0, 12));
      disconnect(database);
      return over(file, take(other));
    },
  },
  {
    name: 'a compacted copy is put over it',
    isForeign: true,
    does: (file, { earlier }) => over(file, compacted(earlier.at(-1)!)),
  },
  {
    name: 'a compacted copy of the moment before is put over it',
    isForeign: true,
    does: (file, { before }) => over(file, compacted(before)),
  },
  {
    name: 'the program restores an earlier copy',
    isForeign: false,
    does: async (file, { before, earlier }) => {
      const backup = join(dirname(file), 'backup.sengen');
      writeFileSync(backup, earlier[0]!);
      const kept = valueOf(await restoreFile(backup, file, handWork(file))).kept;
      expect(rootOf(readFileSync(kept!))).toBe(rootOf(before));
      return earlier[0]!;
    },
  },
  {
    name: 'the file is gone, and the program restores an earlier copy',
    isForeign: false,
    does: async (file, { earlier }) => {
      const backup = join(dirname(file), 'backup.sengen');
      writeFileSync(backup, earlier[0]!);
      rmSync(file);
      valueOf(await restoreFile(backup, file, handWork(file)));
      return earlier[0]!;
    },
  },
];

test(
  `${openings.count} libraries with a journal are opened after somebody has put a copy in their place, or nobody`,
  openings.timeout,
  async () => {
    let destroyedWithout = 0;
    let foreign = 0;
    for (const { number: count } of all.length > 0 ? openings : []) {
      const cut = all[(count * 7 + 3) % all.length]!;
      const state = cut.states[(count * 5) % cut.states.length]!;
      const deed = deeds[count % deeds.length]!;
      const told = `${deed.name}; ${cut.name}, moment ${cut.states.indexOf(state) + 1} of ${cut.states.length}`;
      const { file, crashesFolder } = putDown(state);
      const put = await deed.does(file, cut, state);
      const expected = rootOf(put);
      if (deed.isForeign && !isSoundWithoutBinding(file, expected)) destroyedWithout += 1;

      const opened = openLibrary(file, now, { crashesFolder });
      expect([told, opened.ok ? null : opened.failure]).toEqual([told, null]);
      const library = valueOf(opened);
      const { journalAside } = library;
      library.close();
      expect([told, rootOf(readFileSync(file))]).toEqual([told, rootOf(put, allMigrations)]);
      expect([told, journalAside !== null]).toEqual([told, deed.isForeign]);
      if (journalAside !== null) expect(readFileSync(journalAside)).toEqual(state.journalBytes);
      if (deed.name === 'nothing')
        expect(keptIn(crashesFolder)).toEqual([[state.library, state.journalBytes]]);
      if (deed.isForeign) foreign += 1;
      rmSync(dirname(file), { recursive: true });
    }
    // Whoever lets SQLite play back whatever lies there loses copies: else this test would show nothing.
    if (all.length > 0 && openings.isTelling) expect(destroyedWithout).toBeGreaterThan(foreign / 10);
    console.log(
      `${openings.made} openings: 0 copies lost; without the marks ${destroyedWithout} of ${foreign}`,
    );
  },
);

function handWork(file: string) {
  const place = dirname(file);
  return {
    backupsFolder: join(place, 'backups'),
    crashesFolder: join(place, 'crashes'),
    now,
    tell: () => undefined,
  };
}

/** A folder with a library as a kill left it. */
function putDown({ library, journalBytes }: CrashState): { file: string; crashesFolder: string } {
  const place = temporaryFolder();
  const file = join(place, '報告.sengen');
  writeFileSync(file, library);
  writeFileSync(`${file}-journal`, journalBytes);
  return { file, crashesFolder: join(place, 'crashes') };
}

/** Copies a file over another, as a person does. */
function over(file: string, copy: Buffer): Buffer {
  writeFileSync(file, copy);
  return copy;
}

function take(file: string): Buffer {
  const bytes = readFileSync(file);
  rmSync(file);
  return bytes;
}

/** A copy in which somebody stored something. */
function wentOn(copy: Buffer, changes: number): Buffer {
  const file = join(temporaryFolder(), 'copy.sengen');
  writeFileSync(file, copy);
  const library = valueOf(openLibrary(file, now));
  for (let count = 0; count < changes; count += 1) {
    valueOf(library.phrases.write({ id: identifier(), text: `別の写しで書いた文${count}` }));
  }
  library.close();
  return readFileSync(file);
}

/** A copy as other programs make one: the same records on other pages. */
function compacted(copy: Buffer): Buffer {
  const file = join(temporaryFolder(), 'copy.sengen');
  writeFileSync(file, copy);
  const database = new SqliteDatabase(file);
  database.exec("DELETE FROM phrases WHERE text = ''; VACUUM");
  database.close();
  return readFileSync(file);
}

/** The hash of all content of a library that is sound; throws for any other. */
/** What a library holds; with `migrations`, once it was brought to the newest version. */
function rootOf(bytes: Buffer, migrations: readonly Migration[] = []): string {
  const database = connectInMemory(bytes);
  try {
    if (migrations.length > 0) migrate(database, migrations);
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    return digestAtOnce(database).root;
  } finally {
    database.close();
  }
}

/** Known to be wrong: SQLite alone, as libraries were opened before they had marks. */
function isSoundWithoutBinding(file: string, expected: string): boolean {
  const place = temporaryFolder();
  const copy = join(place, 'copy.sengen');
  for (const ending of ['', '-journal']) copyFileSync(`${file}${ending}`, `${copy}${ending}`);
  try {
    const database = new SqliteDatabase(copy);
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
    database.close();
    return rootOf(readFileSync(copy)) === expected;
  } catch {
    return false;
  }
}

function keptIn(crashesFolder: string): Buffer[][] {
  return readdirSync(crashesFolder).flatMap((own) =>
    readdirSync(join(crashesFolder, own)).map((kept) =>
      readdirSync(join(crashesFolder, own, kept))
        .sort()
        .map((name) => readFileSync(join(crashesFolder, own, kept, name))),
    ),
  );
}

/** Random whole numbers below a limit, the same each time. */
function numbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * limit);
  };
}
