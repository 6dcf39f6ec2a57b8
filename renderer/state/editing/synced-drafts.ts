import type { Draft, KeptDraft } from '../../../shared/model/draft.ts';

const name = 'sengen.drafts';
const shelf = 'drafts';

/** Earlier versions of the program did not say of which library it was, and kept nothing that was not sent. */
type EarlierDraft = Omit<KeptDraft, 'library' | 'draft'> &
  Partial<Pick<KeptDraft, 'library'>> & {
    readonly draft: Omit<Draft, 'unsent'> & Partial<Pick<Draft, 'unsent'>>;
  };

/**
 * Drafts in the browser's database, on the disk when they are written: for as long as main does not answer.
 *
 * `localStorage` reaches the disk up to five seconds later. Where there is no such database nothing is kept here.
 */
export class SyncedDrafts {
  readonly #factory: IDBFactory | undefined;
  #database: Promise<IDBDatabase | null> | null = null;
  /** The names under which this page may have something here. */
  readonly #written = new Set<string>();

  constructor(factory: IDBFactory | undefined) {
    this.#factory = factory;
  }

  /** Opens the database before it is needed: the first time, that takes a browser longer than all else. */
  prepare(): void {
    void this.#open();
  }

  /** True when it stands on the disk. */
  async keep(kept: KeptDraft): Promise<boolean> {
    this.#written.add(kept.page);
    return this.#change((drafts) => drafts.put(kept));
  }

  async all(): Promise<KeptDraft[]> {
    const database = await this.#open();
    if (database === null) return [];
    // Written by this program alone, and looked at by main's gate before any of it is stored.
    const found = await settled(database.transaction(shelf).objectStore(shelf).getAll());
    return ((found ?? []) as EarlierDraft[]).map((kept) => ({
      ...kept,
      library: kept.library ?? null,
      draft: { ...kept.draft, unsent: kept.draft.unsent ?? [] },
    }));
  }

  /** Takes away what a page wrote here of a report; by this one, where nothing was, it costs nothing. */
  async forget({ report, page }: Pick<KeptDraft, 'report' | 'page'>, own = false): Promise<void> {
    if (own && !this.#written.has(page)) return;
    this.#written.delete(page);
    await this.#change((drafts) => drafts.delete([report, page]));
  }

  async #change(change: (drafts: IDBObjectStore) => IDBRequest): Promise<boolean> {
    const database = await this.#open();
    if (database === null) return false;
    const transaction = database.transaction(shelf, 'readwrite', { durability: 'strict' });
    change(transaction.objectStore(shelf));
    return new Promise((done) => {
      transaction.addEventListener('complete', () => done(true));
      transaction.addEventListener('abort', () => done(false));
    });
  }

  #open(): Promise<IDBDatabase | null> {
    return (this.#database ??= open(this.#factory));
  }
}

async function open(factory: IDBFactory | undefined): Promise<IDBDatabase | null> {
  if (factory === undefined) return null;
  try {
    const request = factory.open(name, 1);
    request.addEventListener('upgradeneeded', () => {
      request.result.createObjectStore(shelf, { keyPath: ['report', 'page'] });
    });
    return await settled(request);
  } catch {
    // A browser that was told to store nothing.
    return null;
  }
}

/** What it results in; null when it fails. */
function settled<T>(request: IDBRequest<T>): Promise<T | null> {
  return new Promise((done) => {
    request.addEventListener('success', () => done(request.result));
    request.addEventListener('error', () => done(null));
  });
}
