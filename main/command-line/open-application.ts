import { userInfo } from 'node:os';
import type { RequestInput, RequestName, RequestOutput } from '../../shared/contract/requests.ts';
import type { Library } from '../../shared/contract/library-requests.ts';
import type { Failure } from '../../shared/failure.ts';
import { journalNotice } from '../../shared/journal-notice.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import type { LibraryLook } from '../../shared/words/look-sentences.ts';
import type { FileWish, LogEntry, Ports } from '../application/ports.ts';
import { startApplication } from '../application/start-application.ts';
import { forkReading } from '../foreign-files/apart/fork-reading.ts';
import { processReader } from '../foreign-files/apart/process-reader.ts';
import type { Reader } from '../foreign-files/reader.ts';
import {
  backupsFolder,
  crashesFolder,
  holdersFolder,
  personalFolder,
  programFiles,
} from '../files/program-files.ts';

/** The application as a command uses it: the same requests as the page's, answered with types. */
export interface CommandApplication {
  /** What a person has to know of the library that is open; null for nothing. */
  readonly notice: Failure | null;
  /** What the command works with is a look at a library that another program has open; null for any other. */
  readonly look: LibraryLook | null;
  call<N extends RequestName>(name: N, input: RequestInput<N>): Promise<Result<RequestOutput<N>>>;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** The library to work on; null to start without one. */
  readonly library: string | null;
  /** The file that stands for each question a person would answer; looked up when it is asked. */
  readonly files?: { readonly [purpose in FileWish['purpose']]?: string };
  /** The library is backed up before it is changed. */
  readonly backUp?: boolean;
  /** The command changes nothing: a library that another program has open is looked at. */
  readonly looks?: boolean;
  /** Reads files that others made; left out, a process of this application's own, which ends with it. */
  readonly reader?: Reader | undefined;
}

/** Starts the application over the words of a command. Fails when the library can't be opened. */
export async function openApplication({
  library,
  files = {},
  backUp = false,
  looks = false,
  reader,
}: OpenOptions): Promise<Result<CommandApplication>> {
  const { sample, forms, reading, version } = programFiles();
  const fileFor = (purpose: FileWish['purpose']): Result<string> => {
    const path = files[purpose];
    return path === undefined ? failed({ code: 'cancelled' }) : success(path);
  };
  const ports: Ports = {
    shell: 'command-line',
    chooseFile: ({ purpose }) => Promise.resolve(fileFor(purpose)),
    chooseFiles: ({ purpose }) => {
      const file = fileFor(purpose);
      return Promise.resolve(file.ok ? success([file.value]) : file);
    },
    chooseFolder: (purpose) => Promise.resolve(fileFor(purpose)),
    revealFile: () => undefined,
    send: () => undefined,
    userName: currentUserName(),
    now: () => new Date(),
    log: logToStandardError,
  };
  const application = startApplication({
    databasePath: library,
    createIfMissing: false,
    ports,
    reader: reader ?? processReader(forkReading, reading),
    version,
    samplePath: sample,
    formsFolder: forms,
    holdersFolder: holdersFolder(personalFolder()),
    crashesFolder: crashesFolder(personalFolder()),
    backupsFolder: backupsFolder(personalFolder()),
    backUp,
    // A command looks when it is told to.
    lookEvery: null,
  });
  const call: CommandApplication['call'] = async (name, input) =>
    (await application.dispatch(name, input)) as Result<RequestOutput<typeof name>>;
  const opened = await openedLibrary(call, looks);
  if (opened.ok)
    return success({
      notice: opened.value === null ? null : journalNotice(opened.value),
      look: opened.value?.look ?? null,
      call,
      close: () => application.close(),
    });
  await application.close();
  return opened;
}

/** The library as it was opened at start, or a look at it; null where none was asked for. */
async function openedLibrary(
  call: CommandApplication['call'],
  looks: boolean,
): Promise<Result<Library | null>> {
  const start = await call('application.start', {});
  if (!start.ok) return start;
  const failure = start.value.libraryFailure as Failure | null;
  if (failure === null) return success(start.value.library);
  const isInUse = failure.code === 'library-in-use' && failure.id !== undefined;
  return looks && isInUse ? call('library.look', { id: failure.id }) : failed(failure);
}

/** The name in the log of changes; a system without accounts has none. */
export function currentUserName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}

export function logToStandardError({ reference, request, error }: LogEntry): void {
  process.stderr.write(
    `[${reference}] ${request}: ${error instanceof Error ? error.stack : String(error)}\n`,
  );
}
