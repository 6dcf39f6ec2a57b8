import { basename } from 'node:path';
import * as v from 'valibot';
import { isEmptyDraft, keptDraftSchema, type KeptDraft } from '../../shared/model/draft.ts';
import { reportHeadingSchema } from '../../shared/model/report.ts';
import type { WriteFailure } from '../../shared/failure.ts';
import { success, type Result } from '../../shared/result.ts';
import { PrivateFolder } from '../files/private-folder.ts';
import { identifierOf } from './recent-libraries.ts';

/** What a draft belongs to, for the person to know it by when the report is not there any more. */
const ownerSchema = v.object({
  /** Path of the library; null where only its identifier is known, or not even that. */
  path: v.nullable(v.string()),
  department: reportHeadingSchema.entries.department,
  yearLabel: reportHeadingSchema.entries.yearLabel,
});
export type DraftOwner = Readonly<v.InferOutput<typeof ownerSchema>>;

const fileSchema = v.object({ ...ownerSchema.entries, ...keptDraftSchema.entries });
export type OwnedDraft = Readonly<v.InferOutput<typeof fileSchema>>;

/** An earlier version of the program wrote down the library's path, and nothing else of it. */
const earlierSchema = v.pipe(
  v.object({ ...fileSchema.entries, path: v.optional(v.null(), null), library: v.string() }),
  v.transform(({ library, ...draft }): OwnedDraft => ({
    ...draft,
    path: library,
    library: { id: identifierOf(library), name: basename(library) },
  })),
);

type Written = Result<void, WriteFailure>;

/**
 * The drafts of all pages, a file each, in a folder of the program's own.
 *
 * They outlive page, browser, program and power, whatever port or profile the next start has: nothing but the
 * disk is asked what was kept. A draft goes when its page says that all of it is stored, never before.
 */
export class KeptDrafts {
  readonly #folder: PrivateFolder | null;
  /** Where there is no folder. */
  readonly #inMemory = new Map<string, string>();
  /** The last writing of each draft; the next one comes after it. */
  readonly #underWay = new Map<string, Promise<Written>>();
  /** The highest turn of each draft that was asked for: a request that was overtaken changes nothing. */
  readonly #turns = new Map<string, number>();

  /** `folder`: path; null keeps drafts only as long as the program runs. */
  constructor(folder: string | null) {
    this.#folder = folder === null ? null : new PrivateFolder(folder);
  }

  /** Writes a draft down, in place of the one that its page wrote before; takes it away when it is empty. */
  keep(owner: DraftOwner, kept: KeptDraft): Promise<Written> {
    const name = nameOf(kept);
    const known = this.#turns.get(name);
    if (kept.turn < (known ?? 0)) return Promise.resolve(success(undefined));
    this.#turns.set(name, kept.turn);
    const file: OwnedDraft = { ...owner, ...kept };
    return this.#afterOthers(name, async () => {
      // A later one waits behind this: only that one needs to be written.
      if (this.#turns.get(name) !== kept.turn) return success(undefined);
      // What a browser hands over may be older than what its page wrote down here before the program started.
      if (known === undefined && ((await this.#read(name))?.turn ?? 0) > kept.turn)
        return success(undefined);
      if (!isEmptyDraft(kept.draft)) return this.#write(name, JSON.stringify(file));
      await this.#remove(name);
      return success(undefined);
    });
  }

  /** Takes a draft away, unless its page has written down a later one. */
  forget({ report, page, turn }: Pick<KeptDraft, 'report' | 'page' | 'turn'>): Promise<Written> {
    const name = nameOf({ report, page });
    return this.#afterOthers(name, async () => {
      const kept = await this.#read(name);
      if (kept !== null && kept.turn <= turn) await this.#remove(name);
      return success(undefined);
    });
  }

  /** Every draft, of one report or of all. One that can't be read stays on the disk for whoever can. */
  async all(report = ''): Promise<OwnedDraft[]> {
    const names = this.#folder === null ? [...this.#inMemory.keys()] : await this.#folder.names();
    const wanted = names.filter((name) => name.startsWith(report === '' ? '' : `${report}.`));
    const drafts = await Promise.all(wanted.map((name) => this.#read(name)));
    return drafts.filter((draft) => draft !== null);
  }

  /** Settles when everything that was asked for stands on the disk, or could not be written. */
  async settled(): Promise<void> {
    await Promise.all(this.#underWay.values());
  }

  #afterOthers(name: string, work: () => Promise<Written>): Promise<Written> {
    const last = this.#underWay.get(name) ?? Promise.resolve(success(undefined));
    const next = last.then(work);
    this.#underWay.set(name, next);
    void next.then(() => {
      if (this.#underWay.get(name) === next) this.#underWay.delete(name);
    });
    return next;
  }

  async #read(name: string): Promise<OwnedDraft | null> {
    const text = this.#folder === null ? this.#inMemory.get(name) : await this.#folder.read(name);
    return parsed(text ?? '');
  }

  async #write(name: string, text: string): Promise<Written> {
    if (this.#folder !== null) return this.#folder.write(name, text);
    this.#inMemory.set(name, text);
    return success(undefined);
  }

  async #remove(name: string): Promise<void> {
    this.#inMemory.delete(name);
    await this.#folder?.remove(name);
  }
}

function nameOf({ report, page }: Pick<KeptDraft, 'report' | 'page'>): string {
  return `${report}.${page}.json`;
}

function parsed(text: string): OwnedDraft | null {
  try {
    const found = v.safeParse(v.union([fileSchema, earlierSchema]), JSON.parse(text));
    return found.success ? found.output : null;
  } catch {
    return null;
  }
}
