import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readBackupName } from '../../main/backup/backup-name.ts';
import { migrationShelf } from '../../main/backup/migration-shelf.ts';
import { examineCopy } from '../../main/data/backup/examine-copy.ts';
import { openLibrary } from '../../main/data/opening/open-library.ts';
import { clearLeftovers } from '../../main/files/leftovers.ts';
import { now, valueOf } from '../data/sample-content.ts';
import { makeVersionOne } from '../data/version-one.ts';
import { stateHash, type Answered } from './answered.ts';
import { shim } from './shim.ts';

/** What a program left that died, and all that it would have answered. */
export interface Death {
  readonly folder: string;
  /** Before which disk operation. */
  readonly operation: number;
  readonly all: readonly Answered[];
}

/**
 * Lets a program live its day in a folder below `place`, and answers what it would have left had it died before this or
 * that disk operation, about one in `odds`. It needs the shim.
 */
export function deathsOfADay(place: string, odds: number, seed: number): Death[] {
  const [folder, copies] = [join(place, '棚'), join(place, 'deaths')];
  for (const each of [folder, copies]) {
    rmSync(each, { recursive: true, force: true });
    mkdirSync(each);
  }
  lifeIn(folder, { DEATH_COPIES: copies, DEATH_ODDS: String(odds), DEATH_SEED: String(seed) });
  const all = answeredIn(folder);
  return readdirSync(copies)
    .sort()
    .map((name) => ({ folder: join(copies, name), operation: Number(name), all }));
}

function lifeIn(folder: string, how: Record<string, string>): void {
  mkdirSync(join(folder, 'USB'));
  makeVersionOne(join(folder, 'old.sengen'));
  const program = join(import.meta.dirname, 'live-a-day.ts');
  const run = spawnSync(process.execPath, [program, folder], {
    encoding: 'utf8',
    env: { ...process.env, LD_PRELOAD: shim('deaths.c') ?? '', DEATH_FOLDER: folder, ...how },
  });
  if (run.status !== 0) throw new Error(`${basename(program)}: ${run.stderr}`);
}

/** Only lines that were written whole count as answered. */
function answeredIn(folder: string): Answered[] {
  const path = join(folder, 'answered.jsonl');
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line) as Answered);
}

/** What the program was doing when it died. */
export function doingOf({ folder, all }: Death): string {
  return all[answeredIn(folder).length]?.what ?? 'closing';
}

/** What is wrong with what a dead program left: nothing, if all that it had answered stands. */
export async function faultsOf({ folder, all }: Omit<Death, 'operation'>): Promise<string[]> {
  const done = answeredIn(folder);
  const faults = ['報告.sengen', 'old.sengen'].flatMap((library) =>
    faultsOfLibrary(folder, library, done, all),
  );
  faults.push(...faultsOfFiles(folder, done, all), ...(await faultsOfBackups(folder, done)));
  // As the next start does.
  for (const each of foldersOf(folder)) await clearLeftovers(each);
  const left = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => basename(name));
  const leftovers = left.filter((name) => name.startsWith('~') || name.startsWith('.'));
  return [...faults, ...leftovers.map((name) => `left behind: ${name}`)];
}

/** It holds what the last answer said, or already what the next would have said. */
function faultsOfLibrary(
  folder: string,
  library: string,
  done: readonly Answered[],
  all: readonly Answered[],
): string[] {
  const of = (each: Answered): boolean => each.library === library;
  const count = done.filter(of).length;
  const path = join(folder, library);
  if (!existsSync(path)) return count === 0 ? [] : [`${library} is gone`];
  const opened = openLibrary(path, now, { shelf: migrationShelf(join(folder, '控え'), now) });
  if (!opened.ok) return [`${library}: ${opened.failure.code}`];
  const { reports, close } = opened.value;
  const states = reports.list().map(({ id, state, revision }) => {
    const { report, sequence } = valueOf(reports.read(id));
    return { report, sequence, state, revision };
  });
  close();
  const allowed = all.filter(of).slice(Math.max(0, count - 1), count + 1);
  return allowed.some(({ state }) => state === stateHash(states))
    ? []
    : [`${library} is not as it was after: ${allowed[0]?.what ?? ''}`];
}

/** What was exported stands whole, from its answer on. */
function faultsOfFiles(folder: string, done: readonly Answered[], all: readonly Answered[]): string[] {
  return all.flatMap(({ file }) => {
    if (file === null) return [];
    const path = join(folder, file.name);
    if (existsSync(path)) return hashOf(path) === file.hash ? [] : [`${file.name} is not whole`];
    return done.some((each) => each.file?.name === file.name) ? [`${file.name} is gone`] : [];
  });
}

/**
 * Every backup that bears its name is whole, in both places, and no state that one of them held is gone. Which of
 * several with equal content stays is the rule's to say.
 */
async function faultsOfBackups(folder: string, done: readonly Answered[]): Promise<string[]> {
  const faults: string[] = [];
  const found = new Set<string>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const backup = readBackupName(basename(name));
    if (backup === null) continue;
    found.add(backup.root);
    if (!isWhole(join(folder, name), backup.root)) faults.push(`a backup is not whole: ${name}`);
  }
  const gone = done.at(-1)?.backups.filter((name) => !found.has(readBackupName(name)?.root ?? '')) ?? [];
  return [...faults, ...gone.map((name) => `a backup is gone: ${name}`)];
}

const known = new Map<string, boolean>();

/** The same bytes are examined once. */
function isWhole(path: string, root: string): boolean {
  const key = `${root} ${hashOf(path)}`;
  let whole = known.get(key);
  if (whole === undefined) {
    const examined = examineCopy(path);
    whole = examined.ok && examined.value.root.startsWith(root);
    known.set(key, whole);
  }
  return whole;
}

function foldersOf(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return [
    folder,
    ...names.map((name) => join(folder, name)).filter((path) => statSync(path).isDirectory()),
  ];
}

function hashOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
