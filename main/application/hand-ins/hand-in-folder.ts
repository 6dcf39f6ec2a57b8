import {
  isLate,
  mayBeHandIn,
  stateOfFile,
  withSuperseded,
  type HandInFile,
} from '../../domain/folder-of-hand-ins.ts';
import type { LibraryFile } from '../../data/library-file.ts';
import { listFolder, type ListedFile } from '../../files/list-folder.ts';
import { readSetting, writeSetting } from '../../files/settings-file.ts';
import type { FolderFile } from '../../../shared/contract/hand-in-requests.ts';
import type { RequestOutput } from '../../../shared/contract/requests.ts';
import type { Failure } from '../../../shared/failure.ts';
import { success, type Result } from '../../../shared/result.ts';
import { openedLibrary, type Context } from '../context.ts';
import { newIdentifier } from '../new-identifier.ts';
import { lookAtPart } from './look-at-part.ts';
import { readPart, type PartInFile } from './read-part.ts';

type Listing = RequestOutput<'handIns.folder'>;

/** A file of the folder as it was read last. */
interface ReadFile {
  /** The file then (stateOfFile). */
  readonly state: string;
  readonly read: Result<PartInFile>;
  /** Stands for what was read, in requests. */
  readonly part: string;
  /** It was read so twice: it is not being written any more. */
  readonly settled: boolean;
}

/** Milliseconds between two looks at the folder. */
const pause = 20_000;

/**
 * The folder on a share in which sections drop what they hand in, of each library. It is listed and its files are read; nothing
 * is opened there for longer, and no database ever. Where it is away, what was there last stays known.
 */
export class HandInFolders {
  /** The file that keeps which folder was chosen for which library; null keeps none. */
  readonly #settings: string | null;
  /** Null never looks by itself. */
  readonly #pause: number | null;
  readonly #folders: Map<string, string>;
  readonly #read = new Map<string, ReadFile>();
  #last: { readonly folder: string; readonly files: readonly ListedFile[] } | null = null;
  #watching: { readonly folder: string; seen: string } | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(settings: string | null, every: number | null = pause) {
    this.#settings = settings;
    this.#pause = every;
    this.#folders = new Map(settings === null ? [] : (readSetting({ path: settings }, foldersOf) ?? []));
  }

  folderOf(library: string): string | null {
    return this.#folders.get(library) ?? null;
  }

  async choose(library: string, folder: string): Promise<void> {
    this.#folders.set(library, folder);
    if (this.#settings !== null) {
      await writeSetting({ path: this.#settings }, { folders: Object.fromEntries(this.#folders) });
    }
  }

  /** What is in the folder; `away`: it is not there, and what is said is what was there last. */
  async list(folder: string): Promise<{ readonly files: readonly ListedFile[]; readonly away: boolean }> {
    const listed = await listFolder(folder, mayBeHandIn);
    if (listed === null)
      return { files: this.#last?.folder === folder ? this.#last.files : [], away: true };
    this.#last = { folder, files: listed };
    return { files: listed, away: false };
  }

  /** Reads a file, once for each of its states; one that could not be read twice. */
  async readFile(context: Context, file: ListedFile, away: boolean): Promise<ReadFile> {
    const known = this.#read.get(file.path);
    const state = stateOfFile(file);
    if (known !== undefined && (away || (known.state === state && (known.read.ok || known.settled))))
      return known;
    const read = await readPart(context, file.path);
    const part = known?.state === state ? known.part : newIdentifier();
    const made = { state, read, part, settled: known?.state === state };
    this.#read.set(file.path, made);
    return made;
  }

  /** Looks at the folder now and then, and tells the pages when something is otherwise there, once. */
  watch({ ports }: Context, folder: string, files: readonly ListedFile[], away: boolean): void {
    const every = this.#pause;
    if (every === null) return;
    const watching = { folder, seen: seenIn(files, away) };
    this.#watching = watching;
    clearTimeout(this.#timer);
    const look = async (): Promise<void> => {
      const now = await this.list(folder);
      if (this.#watching !== watching) return;
      const seen = seenIn(now.files, now.away);
      if (seen !== watching.seen) ports.send('handIns.changed', { away: now.away });
      watching.seen = seen;
      next();
    };
    const next = (): void => {
      this.#timer = setTimeout(() => void look(), every);
      this.#timer.unref();
    };
    next();
  }

  stop(): void {
    this.#watching = null;
    clearTimeout(this.#timer);
  }
}

/** Says what arrived in the library's folder of hand-ins; asks for the folder where there is none yet. */
export async function handInFolder(
  context: Context,
  report: string,
  choose: boolean,
): Promise<Result<Listing>> {
  const opened = openedLibrary(context);
  if (!opened.ok) return opened;
  const { handInFolders } = context.session;
  const { path: library } = opened.value;
  let folder = choose ? null : handInFolders.folderOf(library);
  if (folder === null) {
    const chosen = await context.ports.chooseFolder('hand-in-folder');
    if (!chosen.ok) return chosen;
    folder = chosen.value;
    await handInFolders.choose(library, folder);
  }
  const { files, away } = await handInFolders.list(folder);
  const told: (FolderFile & HandInFile)[] = [];
  for (const file of files) {
    const read = await handInFolders.readFile(context, file, away);
    const now = openedLibrary(context);
    if (!now.ok) return now;
    told.push(tell(context, now.value, report, file, read));
  }
  handInFolders.watch(context, folder, files, away);
  const now = openedLibrary(context);
  if (!now.ok) return now;
  const stored = now.value.reports.read(report);
  if (!stored.ok) return stored;
  const listed = withSuperseded(told);
  const came = new Set([
    ...now.value.handIns.taken(report).map(({ section }) => section),
    ...listed
      .filter(({ state }) => state === 'new' || state === 'taken' || state === 'superseded')
      .flatMap(({ looked }) => looked?.section ?? []),
  ]);
  const sections = new Set(stored.value.report.initiatives.map(({ section }) => section));
  return success({
    folder,
    away,
    files: listed.map(({ hash: _hash, after: _after, ...file }) => file),
    waiting: [...sections].filter((section) => section !== '' && !came.has(section)),
  });
}

function tell(
  context: Context,
  library: LibraryFile,
  report: string,
  { name, modified }: ListedFile,
  { read, part, settled }: ReadFile,
): FolderFile & HandInFile {
  const file = { fileName: name, arrived: modified };
  const unread = { looked: null, nth: null, late: null, hash: null, after: [] };
  const now = read.ok ? read.value.again(library) : read;
  if (!now.ok) {
    const state = !settled && mayBeComing(now.failure) ? 'arriving' : 'refused';
    return { ...file, ...unread, state, failure: now.failure };
  }
  const looked = lookAtPart(context, now.value, part);
  const { hash, content } = now.value.part;
  const { comes } = looked;
  const isGivenOut = looked.kind === 'given-out' || looked.word?.untouched === true;
  const state = isGivenOut
    ? 'given-out'
    : content.report.id !== report
      ? 'other-report'
      : comes.to === 'known'
        ? 'taken'
        : comes.to === 'refused'
          ? 'refused'
          : 'new';
  return {
    ...file,
    state,
    looked,
    nth: content.after.filter((each) => each !== hash).length + 1,
    late: isGivenOut ? null : isLate(content.deadline, localDay(modified)),
    failure: comes.to === 'refused' ? comes.failure : null,
    hash,
    after: content.after.filter((each) => each !== hash),
  };
}

/** Whether a file may be refused because it is still being written. */
function mayBeComing(failure: Failure): boolean {
  switch (failure.code) {
    case 'part-refused':
      return failure.why === 'broken' || failure.why === 'not-part' || failure.why === 'tampered';
    case 'word-refused':
      return failure.why === 'broken' || failure.why === 'empty' || failure.why === 'not-word';
    default:
      return failure.code.startsWith('file-');
  }
}

/** The day on which something came, where this program runs: `2026-04-30`. */
function localDay(at: string): string {
  const date = new Date(at);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function seenIn(files: readonly ListedFile[], away: boolean): string {
  return away ? 'away' : files.map((file) => `${file.name} ${stateOfFile(file)}`).join('\n');
}

function foldersOf({ folders }: Readonly<Record<string, unknown>>): [string, string][] {
  if (typeof folders !== 'object' || folders === null) return [];
  return Object.entries(folders).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
}
