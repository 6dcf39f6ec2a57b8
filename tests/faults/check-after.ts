import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { LibraryFile } from '../../main/data/library-file.ts';
import { openLibrary } from '../../main/data/opening/open-library.ts';
import { success, type Result } from '../../shared/result.ts';
import { places, stateOf, type Mark } from './work-and-marks.ts';

/** What was promised by the time of a crash, and what may be there instead because it was under way. */
export interface Promised {
  /** States that the library may be in; empty where nothing was answered yet. */
  readonly states: readonly string[];
  /** SHA-256 of what may stand as the exported file; null where none may stand there yet; empty where nothing is asked. */
  readonly files: readonly (string | null)[];
  readonly backups: readonly string[];
  readonly draft: { readonly page: string; readonly turn: number } | null;
}

/** `told`: the marks before the crash. `all`: those of the whole run, as far as there was one. */
export function promisedBy(told: readonly Mark[], all: readonly Mark[]): Promised {
  const done = told.filter((mark) => mark.done !== undefined && mark.done !== 'close');
  const underWay = told.at(-1)?.begun === undefined ? undefined : all[told.length];
  const state = done.at(-1)?.state;
  const file = done.findLast((mark) => mark.file !== undefined)?.file ?? null;
  return {
    states: state === undefined ? [] : [state, ...(underWay?.state === undefined ? [] : [underWay.state])],
    files: [file, ...(underWay?.file === undefined ? [] : [underWay.file])],
    backups: done.flatMap(({ backup }) => backup ?? []),
    draft: done.findLast((mark) => mark.draft !== undefined)?.draft ?? null,
  };
}

export const now = (): Date => new Date('2026-05-01T09:00:00+09:00');

/**
 * What of the promised is not in a folder after a crash, in words; empty when all is.
 *
 * The library is opened as the program opens it, which puts it in order. `isExact`: nothing but the promised
 * states may be there; else one step more may have been stored whose answer was on its way.
 */
export function missingAfter(folder: string, promised: Promised, isExact = true): string[] {
  return [
    ...libraryFaults(folder, promised, isExact),
    ...fileFaults(folder, promised, isExact),
    ...backupFaults(folder, promised),
    ...draftFaults(folder, promised),
  ];
}

function libraryFaults(folder: string, { states }: Promised, isExact: boolean): string[] {
  const path = join(folder, places(folder).library);
  if (states.length === 0 && !existsSync(path)) return [];
  const state = stateAt(path);
  if (!state.ok) return [`the library: ${JSON.stringify(state.failure)}`];
  const is = state.value;
  if (states.length === 0 || states.includes(is) || (!isExact && isNext(states[0]!, is))) return [];
  return [`the library is in ${is} and not in ${states.join(' or ')}`];
}

/** What became of a library and journal that were met before: of thousands of disks many hold the same. */
const met = new Map<string, Result<string, unknown>>();

function stateAt(path: string): Result<string, unknown> {
  const hash = createHash('sha1');
  for (const file of [path, `${path}-journal`])
    hash.update(existsSync(file) ? readFileSync(file) : '').update('|');
  const key = hash.digest('hex');
  const known = met.get(key) ?? openedState(path);
  met.set(key, known);
  return known;
}

function openedState(path: string): Result<string, unknown> {
  const opened = openLibrary(path, now);
  if (!opened.ok) return opened;
  try {
    return success(stateIn(opened.value));
  } finally {
    opened.value.close();
  }
}

export function stateIn({ reports }: LibraryFile): string {
  const ids = reports.list().map(({ id }) => id);
  const reads = ids.toSorted().map((id) => reports.read(id));
  return stateOf(reads.flatMap((read) => (read.ok ? [read.value] : [])));
}

/** One step, or one report, more. */
function isNext(before: string, after: string): boolean {
  const [count, ...steps] = before.split(' ').slice(0, -1).map(Number);
  const [countAfter, ...stepsAfter] = after.split(' ').slice(0, -1).map(Number);
  const more = stepsAfter.reduce((sum, each) => sum + each, 0) - steps.reduce((sum, each) => sum + each, 0);
  return (countAfter === count && more === 1) || countAfter === count! + 1;
}

function fileFaults(folder: string, { files }: Promised, isExact: boolean): string[] {
  const { exported } = places(folder);
  if (files.length === 0) return [];
  if (!existsSync(exported)) return files.includes(null) ? [] : ['the exported file is gone'];
  const bytes = readFileSync(exported);
  if (files.includes(createHash('sha256').update(bytes).digest('hex'))) return [];
  // A whole zip ends with its directory's end.
  if (!isExact && bytes.readUInt32LE(bytes.length - 22) === 0x06054b50) return [];
  return [`the exported file of ${bytes.length} bytes is neither the old one nor the new`];
}

/** Backups that were looked through once need not be again, in each of thousands of states. */
const sound = new Set<string>();

function backupFaults(folder: string, { backups }: Promised): string[] {
  const { shelf } = places(folder);
  const there = existsSync(shelf) ? readdirSync(shelf, { recursive: true, encoding: 'utf8' }) : [];
  const named = there.filter((path) => /^\d{6}_.*\.sengen$/u.test(basename(path)));
  const gone = backups.filter((name) => !named.some((path) => basename(path) === name));
  return [
    ...gone.map((name) => `the backup ${name} is gone`),
    ...named.flatMap((name) => {
      const path = join(shelf, name);
      const hash = createHash('sha256').update(readFileSync(path)).digest('hex');
      if (sound.has(hash)) return [];
      const opened = openLibrary(path, now);
      if (!opened.ok) return [`the backup ${name}: ${JSON.stringify(opened.failure)}`];
      opened.value.close();
      sound.add(hash);
      return [];
    }),
  ];
}

function draftFaults(folder: string, { draft }: Promised): string[] {
  if (draft === null) return [];
  const { drafts } = places(folder);
  const names = existsSync(drafts) ? readdirSync(drafts) : [];
  const name = names.find((each) => each.includes(draft.page));
  if (name === undefined) return ['the draft is gone'];
  try {
    const { turn } = JSON.parse(readFileSync(join(drafts, name), 'utf8')) as { turn: number };
    return turn >= draft.turn ? [] : [`the draft is of turn ${turn}, and ${draft.turn} was kept`];
  } catch {
    return ['the draft can not be read'];
  }
}
