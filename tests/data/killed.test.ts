import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { expect, test } from 'vitest';
import { hasUnfinishedTransaction } from '../../main/data/opening/file-header.ts';
import { identifier, initiative, libraryWith, reopened, actor, report, valueOf } from './sample-content.ts';
import { startProgram } from './start-program.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { trustRuns } from '../support/trust-runs.ts';

const creations = trustRuns('kills', { part: 'creation', quick: 5, whole: 50 });
const saves = trustRuns('kills', { part: 'save', quick: 6, whole: 250 });
const libraries = creations.count;
const kills = saves.count;
const most = kills + 30;

test(
  `a program that is killed ${kills} times while it saves loses nothing that it had answered`,
  saves.timeout,
  async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'a.sengen');
    const content = report({ initiatives: [initiative(), initiative()] });
    libraryWith(path, content);
    const earlier = readFileSync(path);
    let answered = 0;
    let halfWritten = 0;

    // A kill between two saves shows little: it goes on until one came in the middle of a save.
    for (
      let round = 0;
      (round < kills && !saves.isOver) || (halfWritten === 0 && round < most);
      round += 1
    ) {
      const program = startProgram('commit-in-a-loop.ts', path, content.id);
      await program.printed('\n');
      // Anywhere within the save after so many that were answered.
      await program.printedLines(saves.random(round + 1).between(1, 40));
      await program.kill();
      const lines = program.output().split('\n').slice(0, -1);
      const last = lines.at(-1)!.split('\t');
      const sequence = Number(last[0]);
      expect(sequence).toBeGreaterThan(answered);
      if (existsSync(`${path}-journal`) && statSync(`${path}-journal`).size > 0) {
        halfWritten += 1;
        openOverwritten(path, earlier);
      }
      const library = reopened(path);
      expect(library.journalAside).toBeNull();
      const stored = valueOf(library.reports.read(content.id));
      // One more than was answered may be on disk: the answer was on its way.
      expect(stored.sequence - sequence).toBeOneOf([0, 1]);
      if (stored.sequence === sequence) expect(stored.report.initiatives[0]?.title).toBe(last[1]);
      library.close();
      answered = stored.sequence;
      saves.took();
    }
    expect(halfWritten).toBeGreaterThan(0);

    const database = new SqliteDatabase(path, { readonly: true });
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    const sequences = database.prepare('SELECT sequence FROM steps ORDER BY number').pluck().all();
    expect(sequences).toEqual(Array.from({ length: answered }, (_, index) => index + 1));
    const empty = database
      .prepare('SELECT 1 FROM steps WHERE number NOT IN (SELECT step FROM edits)')
      .all();
    expect(empty).toEqual([]);
    database.close();

    const library = reopened(path);
    while (library.reports.undo(content.id, identifier(), actor).ok);
    expect(valueOf(library.reports.read(content.id)).report).toEqual(content);
    library.close();
    console.log(
      `${kills} kills, ${answered} steps, ${halfWritten} times in the middle of a transaction: none lost`,
    );
  },
);

/** What was killed, with an earlier copy put over it beside the journal of the kill: the copy is what opens. */
function openOverwritten(path: string, earlier: Buffer): void {
  const copy = join(temporaryFolder(), 'a.sengen');
  writeFileSync(copy, earlier);
  copyFileSync(`${path}-journal`, `${copy}-journal`);
  const isPlayedBack = hasUnfinishedTransaction(copy);
  const library = reopened(copy);
  expect(library.reports.list()).toMatchObject([{ rows: 2 }]);
  expect(library.journalAside).toBe(isPlayedBack ? `${copy}-journal.old` : null);
  library.close();
  expect(readFileSync(copy).equals(earlier)).toBe(true);
}

test(
  'a program that is killed while it makes a library leaves a whole one or none under that name',
  creations.timeout,
  async () => {
    const folder = temporaryFolder();
    for (let round = 0; round < libraries; round += 1) {
      const program = startProgram('create-in-a-loop.ts', folder, String(round));
      await program.printedLines(creations.random(round + 1).between(1, 4));
      await program.kill();
      creations.took();
    }
    const made = readdirSync(folder).filter((name) => name.endsWith('.sengen'));
    expect(made.length).toBeGreaterThanOrEqual(libraries);
    for (const name of made) reopened(join(folder, name)).close();
  },
);
