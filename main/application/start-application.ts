import { Backups } from '../backup/backups.ts';
import type { Failure } from '../../shared/failure.ts';
import { LibraryHolders } from '../files/library-holders.ts';
import { aboutRequests } from './requests/about-requests.ts';
import { backupRequests } from './requests/backup-requests.ts';
import { binRequests } from './requests/bin-requests.ts';
import { checkRequests } from './requests/check-requests.ts';
import { closingRequests } from './requests/closing-requests.ts';
import { commentRequests } from './requests/comment-requests.ts';
import { comparisonRequests } from './requests/comparison-requests.ts';
import type { Context } from './context.ts';
import { dispatch, type Envelope } from './dispatch.ts';
import { drillWhenIdle } from './drill-when-idle.ts';
import { draftRequests } from './requests/draft-requests.ts';
import { dropRequests } from './requests/drop-requests.ts';
import { exchangeRequests } from './requests/exchange-requests.ts';
import type { Handlers } from './handlers.ts';
import { handInRequests } from './requests/hand-in-requests.ts';
import { HandInFolders } from './hand-ins/hand-in-folder.ts';
import { historyRequests } from './requests/history-requests.ts';
import { indexWhenIdle } from './index-when-idle.ts';
import { importManyRequests } from './requests/import-many-requests.ts';
import { importRequests } from './requests/import-requests.ts';
import { libraryRequests, openFirstLibrary } from './requests/library-requests.ts';
import { linkRequests } from './requests/link-requests.ts';
import { KeptDrafts } from './kept-drafts.ts';
import { isOnNetwork } from '../files/on-network.ts';
import { LibraryUse } from './library-use.ts';
import { LostLibrary } from './lost-library.ts';
import { longWork } from './long-work.ts';
import { markupRequests } from './requests/markup-requests.ts';
import { IdleMending } from './mending/mend-when-idle.ts';
import { mendingRequests } from './requests/mending-requests.ts';
import { newIdentifier } from './new-identifier.ts';
import { once } from '../../shared/once.ts';
import { builtInForms } from './built-in-forms.ts';
import { findingRequests } from './requests/finding-requests.ts';
import { formRequests } from './requests/form-requests.ts';
import { officialForm } from '../../shared/model/forms/official-form.ts';
import { phraseRequests } from './requests/phrase-requests.ts';
import type { Ports } from './ports.ts';
import type { Reader } from '../foreign-files/reader.ts';
import { RecentLibraries } from './recent-libraries.ts';
import { rescueRequests } from './requests/rescue-requests.ts';
import { reportRequests } from './requests/report-requests.ts';
import { rulesRequests } from './requests/rules-requests.ts';
import { searchRequests } from './requests/search-requests.ts';
import { signOffRequests } from './requests/sign-off-requests.ts';
import { stateRequests } from './requests/state-requests.ts';
import { tableRequests } from './requests/table-requests.ts';
import { workRequests } from './requests/work-requests.ts';

export interface StartOptions {
  /** The library to open at start; null to start without one. */
  readonly databasePath: string | null;
  /** Make that library when it is missing. */
  readonly createIfMissing: boolean;
  readonly ports: Ports;
  /** Reads files that others made; closed with the application. */
  readonly reader: Reader;
  readonly version: string;
  readonly samplePath: string;
  /** The folder of the forms that the program brings; the official one alone when it is left out. */
  readonly formsFolder?: string;
  /** The licences of all parts of the program, as a text; a checkout that was not built has none. */
  readonly licencesPath?: string;
  /** The file that lists the libraries opened last; remembers none when it is left out. */
  readonly recentPath?: string;
  /** The folder in which drafts are kept; none outlives the program when it is left out. */
  readonly draftsFolder?: string;
  /** The folder of the notes on who has which library open; none is written or read when it is left out. */
  readonly holdersFolder?: string;
  /** The folder of all backups; none is made when it is left out. */
  readonly backupsFolder?: string;
  /** The folder for what is kept of crashes before they are taken back; nothing is kept when it is left out. */
  readonly crashesFolder?: string;
  /** The folder for copies of libraries that stand on a network drive; none is made when it is left out. */
  readonly copiesFolder?: string;
  /** The file that keeps which folder of hand-ins was chosen for which library; none outlives the program when it is left out. */
  readonly handInFoldersPath?: string;
  /** Milliseconds between two looks at the folder of hand-ins; null never looks by itself. */
  readonly lookEvery?: number | null;
  /** Whether a path leads over a network; asked of the system when it is left out. */
  readonly isOnNetwork?: (path: string) => boolean;
  /** Backups are made by themselves; on unless it says otherwise. A migration has one in any case. */
  readonly backUp?: boolean;
}

/** The whole program without a shell. */
export interface Application {
  /** Answers a request; never rejects. `from`: the identifier of the library that the asking page shows. */
  dispatch(name: string, input: unknown, from?: string | null): Promise<Envelope>;
  /** Path of the library that is open now; null when none is. */
  libraryPath(): string | null;
  /** Why none is; null when one is open, or none was asked for. */
  libraryFailure(): Failure | null;
  /** Waits for the requests under way, then closes the library. */
  close(): Promise<void>;
}

const handlers: Handlers = {
  ...aboutRequests,
  ...libraryRequests,
  ...rescueRequests,
  ...closingRequests,
  ...reportRequests,
  ...binRequests,
  ...backupRequests,
  ...checkRequests,
  ...findingRequests,
  ...historyRequests,
  ...commentRequests,
  ...searchRequests,
  ...draftRequests,
  ...dropRequests,
  ...exchangeRequests,
  ...importRequests,
  ...importManyRequests,
  ...linkRequests,
  ...formRequests,
  ...handInRequests,
  ...phraseRequests,
  ...rulesRequests,
  ...markupRequests,
  ...signOffRequests,
  ...comparisonRequests,
  ...mendingRequests,
  ...stateRequests,
  ...tableRequests,
  ...workRequests,
};

/**
 * Starts the program over the powers that a shell lends it.
 *
 * A library that can't be opened does not stop the start: the page says why and offers the ways out.
 */
export function startApplication(options: StartOptions): Application {
  const context: Context = {
    ports: options.ports,
    reader: options.reader,
    version: options.version,
    samplePath: options.samplePath,
    builtInForms: once(() => {
      const tell = (file: string, error: unknown): void =>
        options.ports.log({ reference: newIdentifier().slice(0, 8), request: `form ${file}`, error });
      return [
        officialForm,
        ...(options.formsFolder === undefined ? [] : builtInForms(options.formsFolder, tell)),
      ];
    }),
    crashesFolder: options.crashesFolder ?? null,
    licencesPath: options.licencesPath ?? null,
    copiesFolder: options.copiesFolder ?? null,
    isOnNetwork: options.isOnNetwork ?? isOnNetwork,
    session: {
      library: null,
      libraryFailure: null,
      damaged: null,
      holders: new LibraryHolders(options.holdersFolder ?? null),
      inUse: new Map(),
      hat: null,
      recent: new RecentLibraries(options.recentPath ?? null),
      drafts: new KeptDrafts(options.draftsFolder ?? null),
      backups: new Backups({
        folder: options.backupsFolder ?? null,
        byItself: options.backUp ?? true,
        now: () => options.ports.now(),
        failed: (reason, cause) => {
          const reference = newIdentifier().slice(0, 8);
          options.ports.log({ reference, request: `backup ${reason}`, error: cause });
          // What a person has asked for is answered.
          if (reason !== 'asked' && reason !== 'restore') options.ports.send('backups.failed', { cause });
        },
        misfits: () => mending.again(),
        changed: () => options.ports.send('backups.changed', {}),
        damaged: (stamp) => options.ports.send('backups.damaged', { stamp }),
      }),
      writtenFiles: new Set(),
      mended: null,
      longWork: longWork(),
      readings: new Map(),
      parts: new Map(),
      handInFolders: new HandInFolders(options.handInFoldersPath ?? null, options.lookEvery),
    },
    from: null,
    // Only a request that opens a library is given the way to.
    switchLibrary: () => Promise.reject(new Error('this request opens no library')),
  };
  const lost = new LostLibrary(context, options.backupsFolder ?? null);
  const use = new LibraryUse(context, lost);
  if (options.databasePath !== null) {
    openFirstLibrary(context, options.databasePath, options.createIfMissing);
  }
  const underWay = new Set<Promise<Envelope>>();
  const indexing = indexWhenIdle(context);
  const mending = new IdleMending(context);
  const requestsDone = async (): Promise<void> => {
    while (underWay.size > 0) await Promise.all(underWay);
  };
  const drilling = drillWhenIdle(context);
  return {
    dispatch: (name, input, from = null) => {
      // One that waits, for a file that is being read, is no quiet.
      indexing.stop();
      mending.pause();
      drilling.stop();
      const answer = use.run(name, from, (own) => dispatch(handlers, own, name, input));
      underWay.add(answer);
      void answer.then(() => {
        underWay.delete(answer);
        if (underWay.size > 0) return;
        indexing.postpone();
        mending.postpone();
        drilling.postpone();
      });
      return answer;
    },
    libraryPath: () => context.session.library?.path ?? null,
    libraryFailure: () => context.session.libraryFailure,
    close: async () => {
      // No file is worth waiting for: what is being read ends with a failure.
      options.reader.close();
      await requestsDone();
      await mending.stop();
      drilling.stop();
      context.session.handInFolders.stop();
      await lost.stop();
      await context.session.backups.closing();
      // Those that came meanwhile work with the library that is to be closed.
      await requestsDone();
      indexing.stop();
      context.session.library?.close();
      context.session.holders.letGo();
      context.session.library = null;
      await context.session.backups.settled();
      await context.session.recent.settled();
      await context.session.drafts.settled();
    },
  };
}
