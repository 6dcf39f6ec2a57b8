import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, extname, join, relative, resolve } from 'node:path';
import type { EventPayload } from '../../shared/contract/events.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import { newIdentifier } from '../application/new-identifier.ts';
import type { FileWish } from '../application/ports.ts';
import { isThere } from '../files/places.ts';

type FilesWanted = EventPayload<'files.wanted'>;

/**
 * Asks the page for a file, since a browser has no system dialog that names one to us.
 *
 * One question stands at a time: a new one, or a page that goes away, cancels the one before.
 */
export class FileQuestions {
  readonly #folder: () => string;
  readonly #ask: (question: FilesWanted) => void;
  #open: { readonly id: string; readonly answer: (names: readonly string[] | null) => void } | null = null;

  constructor(folder: () => string, ask: (question: FilesWanted) => void) {
    this.#folder = folder;
    this.#ask = ask;
  }

  /** A file that stands there already is written over only when the person was told of that one. */
  async choose(wish: FileWish): Promise<Result<string>> {
    let existing: string | null = null;
    let suggestedName = wish.suggestedName;
    for (;;) {
      const told: string | null = existing;
      const { folder, listed, names } = await this.#answerTo({ ...wish, suggestedName }, false, told);
      const [name] = names;
      if (name === undefined) return failed({ code: 'cancelled' });
      const path = resolve(folder, withEnding(name, wish));
      // A new library is never made where a file stands.
      const wasTold =
        wish.purpose === 'create-library' || wish.mode === 'open' || listed.includes(name) || path === told;
      if (wasTold || !isThere(path)) return success(path);
      existing = path;
      suggestedName = name;
    }
  }

  /** Asks for existing files, one or more. */
  async chooseSeveral(wish: Omit<FileWish, 'mode'>): Promise<Result<readonly string[]>> {
    const { folder, names } = await this.#answerTo({ ...wish, mode: 'open' }, true, null);
    if (names.length === 0) return failed({ code: 'cancelled' });
    return success([...new Set(names.map((name) => resolve(folder, name)))]);
  }

  /** Asks for a folder: one beside the library, a stick or a drive that is put on the list, or one that is typed. */
  async chooseFolder(purpose: FileWish['purpose']): Promise<Result<string>> {
    const wish = { purpose, mode: 'folder', endings: [], suggestedName: '' } as const;
    const { folder, names } = await this.#answerTo(wish, false, null);
    const [name] = names;
    return name === undefined ? failed({ code: 'cancelled' }) : success(resolve(folder, name));
  }

  /**
   * The names that the person chose or typed, none when they changed their mind, and the list that they were
   * shown. `existing`: path of the file that the answer before would have written over.
   */
  async #answerTo(
    wish: Question,
    several: boolean,
    existing: string | null,
  ): Promise<{ folder: string; listed: readonly string[]; names: string[] }> {
    this.cancel();
    const folder = this.#folder();
    const question = newIdentifier();
    const answered = new Promise<readonly string[] | null>((answer) => {
      this.#open = { id: question, answer };
    });
    const listed = wish.mode === 'folder' ? await foldersIn(folder) : await namesIn(folder, wish.endings);
    this.#ask({
      question,
      purpose: wish.purpose,
      mode: wish.mode,
      several,
      folder,
      names: listed,
      suggestedName: wish.suggestedName,
      existing: existing === null ? null : relative(folder, existing),
    });
    const names = ((await answered) ?? []).map((name) => name.trim()).filter((name) => name !== '');
    return { folder, listed, names };
  }

  answer(question: string, names: readonly string[] | null): void {
    if (this.#open?.id !== question) return;
    const { answer } = this.#open;
    this.#open = null;
    answer(names);
  }

  cancel(): void {
    if (this.#open !== null) this.answer(this.#open.id, null);
  }
}

/** What is asked of the page: for a file as a shell is, or for a folder. */
type Question = Omit<FileWish, 'mode'> & { readonly mode: FilesWanted['mode'] };

/** Sticks and drives that the system has at hand, by their whole paths, then the folders beside the library. */
async function foldersIn(folder: string): Promise<string[]> {
  const beside = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const folders = beside.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
  return [
    ...(await drives()),
    ...folders.map(({ name }) => name).sort((one, other) => one.localeCompare(other, 'ja')),
  ].slice(0, 1_000);
}

async function drives(): Promise<string[]> {
  if (process.platform === 'win32')
    return [...'DEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `${letter}:\\`).filter(isThere);
  const user = basename(homedir());
  const places = process.platform === 'darwin' ? ['/Volumes'] : [`/media/${user}`, `/run/media/${user}`];
  const found = await Promise.all(
    places.map(async (place) => (await readdir(place).catch(() => [])).map((name) => join(place, name))),
  );
  return found.flat();
}

async function namesIn(folder: string, endings: readonly string[]): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && endings.includes(extname(entry.name).slice(1).toLowerCase()))
    .map(({ name }) => name)
    .sort((one, other) => one.localeCompare(other, 'ja'))
    .slice(0, 1_000);
}

/** A name typed without its ending gets the usual one when saving, as in a system dialog. */
function withEnding(name: string, { mode, endings }: FileWish): string {
  const [usual] = endings;
  const hasEnding = endings.includes(extname(name).slice(1).toLowerCase());
  return mode === 'open' || hasEnding || usual === undefined ? name : `${name}.${usual}`;
}
