import * as v from 'valibot';
import { truePath } from '../files/places.ts';
import { readSetting, writeSetting } from '../files/settings-file.ts';
import { sha256Of } from '../files/sha256.ts';

const recentSchema = v.object({
  path: v.string(),
  openedAt: v.string(),
  /** Where the path led when it was opened; an earlier version did not keep it. */
  place: v.optional(v.string()),
});
const fileSchema = v.object({ recent: v.array(recentSchema) });

/** A library that was open before; `openedAt`: ISO 8601, UTC. */
export type RecentLibrary = v.InferOutput<typeof recentSchema>;

/** As many as a menu shows at one glance. */
const most = 8;

/**
 * The libraries that were opened last, the latest first, kept in a small file of the program's own.
 *
 * The list is a convenience: where its file can't be read or written, the program goes on without it.
 * The page names one by {@link identifierOf}, never by a path.
 */
export class RecentLibraries {
  readonly #path: string | null;
  #list: readonly RecentLibrary[];
  #written: Promise<unknown> = Promise.resolve();

  /** `path`: of the list's own file; null remembers nothing. */
  constructor(path: string | null) {
    this.#path = path;
    this.#list = path === null ? [] : read(path);
  }

  list(): readonly RecentLibrary[] {
    return this.#list;
  }

  /** The path of one of them; null when it is none. */
  pathOf(id: string): string | null {
    return this.#list.find(({ path }) => identifierOf(path) === id)?.path ?? null;
  }

  opened(path: string, at: Date): void {
    const place = truePath(path);
    const others = this.#list.filter((each) => each.path !== path && each.place !== place);
    this.#keep([{ path, openedAt: at.toISOString(), place }, ...others].slice(0, most));
  }

  forget(id: string): void {
    this.#keep(this.#list.filter(({ path }) => identifierOf(path) !== id));
  }

  /** Settles when what was to be written stands on the disk, or could not be. */
  settled(): Promise<unknown> {
    return this.#written;
  }

  #keep(list: readonly RecentLibrary[]): void {
    this.#list = list;
    const path = this.#path;
    // One after the other: the last list is the one that stays.
    if (path !== null) this.#written = this.#written.then(() => writeSetting({ path }, { recent: list }));
  }
}

/** What the page calls a library by. */
export function identifierOf(path: string): string {
  return sha256Of(path).slice(0, 16);
}

function read(path: string): readonly RecentLibrary[] {
  const list = readSetting({ path }, (value) => {
    const parsed = v.safeParse(fileSchema, value);
    return parsed.success ? parsed.output.recent.slice(0, most) : null;
  });
  return list ?? [];
}
