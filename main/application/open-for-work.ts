import type { LibraryFile } from '../data/library-file.ts';
import { openLibrary } from '../data/opening/open-library.ts';
import type { LibraryFailure, WriteFailure } from '../../shared/failure.ts';
import type { Result } from '../../shared/result.ts';
import type { Context } from './context.ts';

/** Opens a library to work in: one of an older version goes to the shelf of its backups before it is changed. */
export function openForWork(
  { session, ports, crashesFolder }: Pick<Context, 'session' | 'ports' | 'crashesFolder'>,
  path: string,
): Result<LibraryFile, LibraryFailure | WriteFailure> {
  return openLibrary(path, ports.now, { crashesFolder, shelf: session.backups.migrationShelf() });
}
