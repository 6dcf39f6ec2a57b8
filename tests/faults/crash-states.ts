import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJournal, type RollbackJournal } from '../../main/data/opening/rollback-journal.ts';
import { markOnPage, type CommitMark } from '../../main/data/commit-mark.ts';
import { initiative, newLibrary, actor, report, valueOf } from '../data/sample-content.ts';
import { runWithFaults } from './faulty-program.ts';

/** A library and its journal as a kill at one moment leaves them. */
export interface CrashState {
  /** What was being stored. */
  readonly name: string;
  readonly library: Buffer;
  readonly journalBytes: Buffer;
  readonly journal: RollbackJournal;
}

/** All states of one transaction: before each page that was written, and with all of them written. */
export interface CrashedTransaction {
  readonly name: string;
  readonly states: readonly CrashState[];
  /** The library as it was once the transaction had been stored. */
  readonly after: Buffer;
}

/**
 * Has a program of its own store one of everything in a library, `rounds` times, and answers every state in which it
 * could have been killed. `parent` is an empty folder. Null where that can't be had here (faulty-program.ts).
 */
export function crashedTransactions(parent: string, rounds: number): CrashedTransaction[] | null {
  const folder = join(parent, '棚');
  const states = join(folder, '..', 'states');
  mkdirSync(folder);
  mkdirSync(states);
  const path = join(folder, 'a.sengen');
  const library = newLibrary(path);
  for (const fiscalYear of [2025, 2026]) {
    const initiatives = Array.from({ length: 6 }, (_, at) => initiative({ title: `取組${at + 1}` }));
    valueOf(library.reports.create(report({ fiscalYear, initiatives }), actor));
  }
  library.close();
  const printed = runWithFaults('write-everything.ts', folder, path, states, String(rounds));
  if (printed === null) return null;
  const asked = printed
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { name: string; states: number });
  const taken = readdirSync(states)
    .filter((name) => name.endsWith('.sengen'))
    .sort()
    .map((name, at) => stateAt(join(states, name), asked.find((each) => at < each.states)?.name ?? ''));
  const ofOne = Map.groupBy(taken, ({ journalBytes }) => nonceOf(journalBytes));
  return [...ofOne.values()].map((all) => ({
    name: all[0]!.name,
    states: all,
    after: all.at(-1)!.library,
  }));
}

function stateAt(file: string, name: string): CrashState {
  const journalBytes = readFileSync(`${file}-journal`);
  const journal = readJournal(journalBytes);
  if (journal === null) throw new Error(`no journal: ${name}`);
  return { name, library: readFileSync(file), journalBytes, journal };
}

/** A random number that SQLite gives each journal. */
function nonceOf(journal: Buffer): number {
  return journal.readUInt32BE(12);
}

/** The mark that a journal leads back to; null for none. */
export function markIn({ written }: RollbackJournal): CommitMark | null {
  return written[0] === undefined ? null : markOnPage(written[0].bytes);
}
