import type { StoreAccess } from '../store-access.ts';
import { contentCounts, contentDigest, type ContentDigest } from './content-digest.ts';

/** Copying an open library while others go on storing in it. */
export interface LibraryCopies {
  /** When the library was made: all its copies share it. ISO 8601, UTC. */
  readonly madeAt: string;
  /** What it holds, in numbers. Throws `LibraryDamaged`. */
  counts(): Omit<ContentDigest, 'root'>;
  /** Counts up with every change that is stored. */
  changes(): number;
  /**
   * Writes the library's pages into an empty file, a few at a time: what is stored meanwhile is in the copy, too.
   * Rejects with SqliteError.
   */
  copyTo(file: string): Promise<void>;
  /** What the library holds; read in pieces (content-digest.ts). */
  digest(): Generator<undefined, ContentDigest>;
  /** Identifier of the step that a report's log has at this place; null where it has none. Throws `LibraryDamaged`. */
  stepAt(report: string, sequence: number): string | null;
}

/** Pages that are copied between two turns of other work: about a megabyte, some milliseconds. */
const pagesAtOnce = 250;

export function libraryCopies({ database, changes, reading }: StoreAccess): LibraryCopies {
  const madeAt = database
    .prepare<[], string>("SELECT value FROM library_facts WHERE key = 'created_at'")
    .pluck();
  const step = database
    .prepare<[string, number], string>('SELECT id FROM steps WHERE report = ? AND sequence = ?')
    .pluck();
  return {
    madeAt: madeAt.get() ?? '',
    counts: () => reading(() => contentCounts(database)),
    changes,
    copyTo: async (file) => {
      await database.backup(file, { progress: () => pagesAtOnce });
    },
    digest: () => contentDigest(database),
    stepAt: (report, sequence) => reading(() => step.get(report, sequence) ?? null),
  };
}
