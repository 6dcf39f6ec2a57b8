import type { LibraryFailure } from '../../../shared/failure.ts';
import { failed, type Result } from '../../../shared/result.ts';
import type { LibraryFile } from '../library-file.ts';
import { allMigrations } from '../migrations/all.ts';
import { readingFailureOf } from './file-failure.ts';
import { inspectFile } from './inspect-file.ts';
import { newestVersion } from './migrate.ts';
import { openForReading } from './open-for-reading.ts';
import type { OpeningFailure } from './open-stores.ts';
import { readInUse } from './read-in-use.ts';

/** How often a library that looks damaged is read anew while somebody writes in it. */
const tries = 3;

/**
 * Opens a library that another program has open, for looking at: what it holds now, read into memory and looked
 * through as any other. The file, its lock and whoever writes in it are left alone, and nothing is laid down
 * anywhere. `asOf` of what is answered says when that was.
 */
export async function lookAtLibrary(
  path: string,
  now: () => Date,
): Promise<Result<LibraryFile, OpeningFailure>> {
  const inspected = inspectFile(path, newestVersion(allMigrations));
  if (!inspected.ok) return inspected;
  let before: Buffer = Buffer.alloc(0);
  for (let attempt = 1; ; attempt += 1) {
    const asOf = now();
    let bytes: Buffer | null;
    try {
      bytes = await readInUse(inspected.value.file);
    } catch (error) {
      return failed(readingFailureOf(error, path));
    }
    if (bytes === null) return failed({ code: 'library-busy', path });
    const refusal: LibraryFailure = { code: 'library-in-use', path };
    const about = { path, journalAside: null, mended: null, asOf };
    const opened = openForReading(bytes, about, { migrations: allMigrations, refusal });
    // Nothing is called damaged that was not read so twice.
    const isDamaged = !opened.ok && opened.failure.code === 'library-damaged';
    if (!isDamaged || before.equals(bytes) || attempt === tries) return opened;
    before = bytes;
  }
}
