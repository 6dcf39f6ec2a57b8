import { basename, dirname, join } from 'node:path';
import { lookAtLibrary } from '../../data/opening/look-at-library.ts';
import { createLibrary } from '../../data/opening/open-library.ts';
import { readBackupName } from '../../backup/backup-name.ts';
import { clearLeftoversOnce } from '../../files/leftovers.ts';
import { firstFree, makeFolder } from '../../files/places.ts';
import type { LibraryFile } from '../../data/library-file.ts';
import type { Library } from '../../../shared/contract/library-requests.ts';
import { canBeRescued } from '../../../shared/failure.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import { openedLibrary, type Context, type Session } from '../context.ts';
import { copyLibrary } from '../backups/backup-by-hand.ts';
import type { HandlersOf } from '../handlers.ts';
import { newIdentifier } from '../new-identifier.ts';
import { openForWork } from '../open-for-work.ts';
import type { FileWish } from '../ports.ts';
import { identifierOf } from '../recent-libraries.ts';
import { wantedFile } from '../word/wanted-file.ts';

/** The ending of a library file, without the dot. */
export const libraryEnding = 'sengen';

/** Which library is open, and opening another. */
export const libraryRequests: HandlersOf<
  | 'application.start'
  | 'library.create'
  | 'library.open'
  | 'library.recent'
  | 'library.openRecent'
  | 'library.look'
  | 'library.write'
  | 'library.copyHere'
  | 'library.forgetRecent'
> = {
  'application.start': (_input, context) => {
    const { version, ports, session } = context;
    // The page that starts says itself in which part it works.
    session.hat = null;
    return success({
      version,
      shell: ports.shell,
      library: session.library === null ? null : describeLibrary(context, session.library),
      libraryFailure: session.libraryFailure,
    });
  },

  'library.create': (_input, context) =>
    switchLibrary(
      context,
      'save',
      context.ports.chooseFile({
        purpose: 'create-library',
        mode: 'save',
        endings: [libraryEnding],
        suggestedName: `目標宣言.${libraryEnding}`,
      }),
    ),

  'library.open': ({ dropped }, context) =>
    switchLibrary(
      context,
      'open',
      wantedFile(context, dropped, { purpose: 'open-library', endings: [libraryEnding] }),
    ),

  'library.recent': (_input, { session }) =>
    success(
      session.recent
        .list()
        .filter(({ path }) => path !== session.library?.path)
        .map(({ path, openedAt }) => ({
          id: identifierOf(path),
          name: basename(path),
          folder: dirname(path),
          openedAt,
        })),
    ),

  'library.openRecent': async ({ id }, context) => {
    const path = context.session.recent.pathOf(id);
    // Another window has taken it out of the list meanwhile.
    if (path === null) return failed({ code: 'cancelled' });
    return switchLibrary(context, 'open', Promise.resolve(success(path)));
  },

  'library.look': async ({ id }, context) => {
    const { session, ports } = context;
    const path = lookedAt(session, id) ?? session.inUse.get(id);
    if (path === undefined) return failed({ code: 'library-not-open' });
    const looked = await lookAtLibrary(path, ports.now);
    if (!looked.ok) return refused(session, looked);
    return context.switchLibrary(() => takePlace(context, looked.value));
  },

  'library.write': async ({ id }, context) => {
    const path = lookedAt(context.session, id);
    // Another window has opened something else meanwhile.
    if (path === null) return failed({ code: 'library-changed' });
    return context.switchLibrary(() => openInPlace(context, () => openForWork(context, path)));
  },

  // Nobody works with the library meanwhile: what is stored in it is in the copy.
  'library.copyHere': (_input, context) => context.switchLibrary(() => copyHere(context)),

  'library.forgetRecent': ({ id }, { session }) => {
    session.recent.forget(id);
    return success({});
  },
};

/** Opens the library of the shell's choice at start. A missing one is made when the shell says so. */
export function openFirstLibrary(context: Context, path: string, createIfMissing: boolean): void {
  try {
    openFirst(context, path, createIfMissing);
  } catch (error) {
    // A bug must not end the program before it can say anything.
    const reference = newIdentifier().slice(0, 8);
    context.ports.log({ reference, request: 'application.start', error });
    context.session.libraryFailure = { code: 'unexpected', reference };
  }
}

function openFirst(context: Context, path: string, createIfMissing: boolean): void {
  const opened = openForWork(context, path);
  const settled = refused(
    context.session,
    !opened.ok && opened.failure.code === 'library-missing' && createIfMissing
      ? createLibrary(path, context.ports.now)
      : opened,
  );
  if (settled.ok) takeLibrary(context, settled.value);
  else context.session.libraryFailure = settled.failure;
}

/** Makes the file that a person chooses the open library. The one that was open stays when that fails. */
export async function switchLibrary(
  context: Context,
  mode: FileWish['mode'],
  choice: Promise<Result<string>>,
): Promise<Result<Library>> {
  const { session, ports } = context;
  const chosen = await choice;
  if (!chosen.ok) return chosen;
  return context.switchLibrary(async () => {
    const own = session.library;
    // One that is only looked at may be free by now.
    if (own?.path === chosen.value && own.asOf === null) {
      return mode === 'open'
        ? success(describeLibrary(context, own))
        : failed({ code: 'library-exists', path: chosen.value });
    }
    return openInPlace(context, () =>
      mode === 'open' ? openForWork(context, chosen.value) : createLibrary(chosen.value, ports.now),
    );
  });
}

/** Opens a library in place of the one that is open, which stays when that fails. */
async function openInPlace(context: Context, open: () => Result<LibraryFile>): Promise<Result<Library>> {
  const opened = open();
  return opened.ok ? takePlace(context, opened.value) : refused(context.session, opened);
}

async function copyHere(context: Context): Promise<Result<Library>> {
  const { copiesFolder } = context;
  const library = openedLibrary(context);
  if (!library.ok) return library;
  const { path } = library.value;
  if (copiesFolder === null) return failed({ code: 'target-folder-missing', path });
  const made = await makeFolder(copiesFolder);
  if (!made.ok) return made;
  // 報告.sengen, 報告 (2).sengen …
  const stem = join(copiesFolder, basename(path, `.${libraryEnding}`));
  const copy = firstFree((count) => `${stem}${count === 1 ? '' : ` (${count})`}.${libraryEnding}`);
  const copied = await copyLibrary(library.value, copy);
  if (!copied.ok) return copied;
  return openInPlace(context, () => openForWork(context, copied.value.path));
}

export async function takePlace(context: Context, library: LibraryFile): Promise<Result<Library>> {
  const { session, ports } = context;
  await session.backups.closing();
  session.library?.close();
  // They were understood beside the reports of the other library.
  session.readings.clear();
  takeLibrary(context, library);
  ports.send('library.changed', {});
  return success(describeLibrary(context, library));
}

/**
 * The same answer; a library that is in use can be looked at, and by whom it is used is told where that is known. What
 * another is refused for may leave much of it to be read (rescue-requests.ts).
 */
export function refused<T>(session: Session, answer: Result<T>): Result<T> {
  if (answer.ok) return answer;
  session.damaged = canBeRescued(answer.failure) ? answer.failure.path : null;
  if (answer.failure.code !== 'library-in-use') return answer;
  const { path } = answer.failure;
  const id = identifierOf(path);
  session.inUse.set(id, path);
  return session.holders.named(failed({ ...answer.failure, id }));
}

/** The path of the library that is looked at while another program has it open, if it is this one. */
function lookedAt({ library }: Session, id: string): string | null {
  return library !== null && library.asOf !== null && identifierOf(library.path) === id
    ? library.path
    : null;
}

/** Makes a library the open one. One that is only looked at is not among those opened last. */
export function takeLibrary(
  { session, ports }: Context,
  library: LibraryFile,
  why: 'work' | 'look' = 'work',
): void {
  session.library = library;
  session.mended = null;
  session.libraryFailure = null;
  session.damaged = null;
  // What can't be written is not locked either: whoever wants it has it.
  if (library.isReadOnly) session.holders.letGo();
  else session.holders.took(library.path, { user: ports.userName, since: ports.now() });
  if (!library.isReadOnly) void clearLeftoversOnce(dirname(library.path));
  if (why === 'look') return;
  session.recent.opened(library.path, ports.now());
  session.backups.opened(library);
}

export function describeLibrary(
  { isOnNetwork, session }: Pick<Context, 'isOnNetwork' | 'session'>,
  { path, isReadOnly, journalAside, asOf }: LibraryFile,
): Library {
  const name = basename(path);
  return {
    id: identifierOf(path),
    path,
    name,
    isReadOnly,
    isBackup: readBackupName(name) !== null,
    journalAside,
    isOnNetwork: isOnNetwork(path),
    look: asOf === null ? null : { asOf: asOf.toISOString(), holder: session.holders.of(path) },
  };
}
