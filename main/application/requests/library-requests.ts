import { basename, dirname } from 'node:path';
import { createLibrary, openLibrary } from '../../data/opening/open-library.ts';
import { readBackupName } from '../../backup/backup-name.ts';
import { clearLeftoversOnce } from '../../files/leftovers.ts';
import type { LibraryFile } from '../../data/library-file.ts';
import type { Library } from '../../../shared/contract/library-requests.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import type { Context } from '../context.ts';
import type { HandlersOf } from '../handlers.ts';
import { newIdentifier } from '../new-identifier.ts';
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
  | 'library.forgetRecent'
> = {
  'application.start': (_input, { version, ports, session }) =>
    success({
      version,
      shell: ports.shell,
      library: session.library === null ? null : describeLibrary(session.library),
      libraryFailure: session.libraryFailure,
    }),

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
  const opened = openLibrary(path, context.ports.now, context);
  const settled = context.session.holders.named(
    !opened.ok && opened.failure.code === 'library-missing' && createIfMissing
      ? createLibrary(path, context.ports.now)
      : opened,
  );
  if (settled.ok) takeLibrary(context, settled.value);
  else context.session.libraryFailure = settled.failure;
}

/** Makes the file that a person chooses the open library. The one that was open stays when that fails. */
async function switchLibrary(
  context: Context,
  mode: FileWish['mode'],
  choice: Promise<Result<string>>,
): Promise<Result<Library>> {
  const { session, ports } = context;
  const chosen = await choice;
  if (!chosen.ok) return chosen;
  return context.switchLibrary(async () => {
    if (session.library?.path === chosen.value) {
      return mode === 'open'
        ? success(describeLibrary(session.library))
        : failed({ code: 'library-exists', path: chosen.value });
    }
    const opened =
      mode === 'open'
        ? openLibrary(chosen.value, ports.now, context)
        : createLibrary(chosen.value, ports.now);
    if (!opened.ok) return session.holders.named(opened);
    await session.backups.closing();
    session.library?.close();
    // They were understood beside the reports of the other library.
    session.readings.clear();
    takeLibrary(context, opened.value);
    ports.send('library.changed', {});
    return success(describeLibrary(opened.value));
  });
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
  // What can't be written is not locked either: whoever wants it has it.
  if (library.isReadOnly) session.holders.letGo();
  else session.holders.took(library.path, { user: ports.userName, since: ports.now() });
  if (!library.isReadOnly) void clearLeftoversOnce(dirname(library.path));
  if (why === 'look') return;
  session.recent.opened(library.path, ports.now());
  session.backups.opened(library);
}

export function describeLibrary({ path, isReadOnly, journalAside }: LibraryFile): Library {
  const name = basename(path);
  const isBackup = readBackupName(name) !== null;
  return { id: identifierOf(path), path, name, isReadOnly, isBackup, journalAside };
}
