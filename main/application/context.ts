import type { Backups } from '../backup/backups.ts';
import type { LibraryFile } from '../data/library-file.ts';
import type { Mended } from '../../shared/contract/mending-requests.ts';
import type { OfficeForm } from '../../shared/model/forms/office-form.ts';
import type { Hat } from '../../shared/model/states/hats.ts';
import type { Failure } from '../../shared/failure.ts';
import type { LibraryHolders } from '../files/library-holders.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import type { HandInFolders } from './hand-ins/hand-in-folder.ts';
import type { PartInFile } from './hand-ins/read-part.ts';
import type { KeptDrafts } from './kept-drafts.ts';
import type { Reader } from '../foreign-files/reader.ts';
import type { LongWork } from './long-work.ts';
import type { Ports } from './ports.ts';
import type { FileReading } from '../foreign-files/file-reading.ts';
import type { RecentLibraries } from './recent-libraries.ts';

/** What every request works with: the open library, the shell's powers, and fresh identifiers. */
export interface Context {
  readonly ports: Ports;
  /** Reads files that others made. */
  readonly reader: Reader;
  readonly version: string;
  /** The sample report's file. */
  readonly samplePath: string;
  /** The forms that the program brings, the official one first. */
  readonly builtInForms: () => readonly OfficeForm[];
  /** The folder for what is kept of crashes before they are taken back; null keeps nothing. */
  readonly crashesFolder: string | null;
  /** The licences of all parts, as a text. */
  readonly licencesPath: string | null;
  /** The folder for copies of libraries that stand on a network drive; null makes none. */
  readonly copiesFolder: string | null;
  /** Whether a path leads over a network. */
  readonly isOnNetwork: (path: string) => boolean;
  readonly session: Session;
  /** Which library the page shows that asks, by its identifier; null when it does not say. */
  readonly from: string | null;
  /** Opens another library when nobody works with the one that is open. */
  readonly switchLibrary: <T>(open: () => T | Promise<T>) => Promise<T>;
}

/** What changes while the program runs: which library is open, which files it has written, what is under way. */
export interface Session {
  library: LibraryFile | null;
  /** Why there is no library; null when there is one, or none was asked for. */
  libraryFailure: Failure | null;
  /**
   * The file that was refused last for what stands in it, or the open library once damage was met in it: content may be
   * taken out of it. Null for none.
   */
  damaged: string | null;
  /** Who has which library open. */
  readonly holders: LibraryHolders;
  /** The libraries that another program had open, by the identifier that the page was given: path. */
  readonly inUse: Map<string, string>;
  /** In which part the person works; null: everything alone. */
  hat: Hat | null;
  readonly recent: RecentLibraries;
  readonly drafts: KeptDrafts;
  readonly backups: Backups;
  readonly writtenFiles: Set<string>;
  /** Damage that was found in the open library, until a person has seen it. */
  mended: Mended | null;
  readonly longWork: LongWork;
  /** Files that were understood and wait for the person's word. */
  readonly readings: Map<string, FileReading>;
  /** Parts that were looked at and wait for the person's word. */
  readonly parts: Map<string, PartInFile>;
  readonly handInFolders: HandInFolders;
}

export function openedLibrary(context: Context): Result<LibraryFile> {
  const { library } = context.session;
  return library === null ? failed({ code: 'library-not-open' }) : success(library);
}

export function actorOf(context: Context): { author: string; at: Date; hat: Hat | null } {
  return { author: context.ports.userName, at: context.ports.now(), hat: context.session.hat };
}
