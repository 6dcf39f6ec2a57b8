import { mkdir, stat } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import type { Failure, WriteFailure } from '../../shared/failure.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import { truePath } from '../files/places.ts';
import { readSetting } from '../files/settings-file.ts';
import { removeFile } from '../files/set-aside.ts';
import { writeFileAtomically, writingFailureOf } from '../files/write-file-atomically.ts';
import { BackupShelf, type ShelvedBackup, type ShelvedLibrary } from './backup-shelf.ts';
import { bringUpSecond, type SecondTrouble } from './bring-up-second.ts';
import type { MadeBackup } from './make-backup.ts';

/** How the second place stands to the backups of the open library. */
export type SecondState =
  | { readonly kind: 'none' }
  /** It was chosen, and not looked at yet; or it is being brought up to date. */
  | { readonly kind: 'copying' }
  | { readonly kind: 'held' }
  | SecondTrouble;

/** The folder that is made in the one that a person chose; where it is missing, the stick is. */
const ownName = '目標宣言の控え';

/**
 * A second place for backups, which a person chose: a stick, a share. It is written after the first, apart from any
 * save; while it is not there all goes on without it, and it is brought up to date when it is back.
 */
export class SecondPlace {
  /** The folder of all backups; the choice is kept in it. */
  readonly #backups: string;
  /** Called when `state` or `held` changed. */
  readonly #changed: () => void;
  #root: string | null;
  #state: SecondState;
  #held: readonly ShelvedBackup[] = [];
  #underWay: Promise<void> | null = null;
  /** What is to be brought up next. */
  #wanted: ShelvedLibrary | null = null;
  #stop = new AbortController();
  readonly #verified = new Set<string>();
  #thins = true;

  constructor(backups: string, changed: () => void) {
    this.#backups = backups;
    this.#changed = changed;
    this.#root = chosenRoot(backups);
    this.#state = { kind: this.#root === null ? 'none' : 'copying' };
  }

  /** The folder that the person chose; null for none. */
  get folder(): string | null {
    return this.#root === null ? null : dirname(this.#root);
  }

  get state(): SecondState {
    return this.#state;
  }

  /** What stood there when it was looked at last, the latest first. */
  get held(): readonly ShelvedBackup[] {
    return this.#held;
  }

  /** Makes a folder the second place, for good. Fails as `use` does. */
  async choose(folder: string): Promise<Result<void, WriteFailure | Failure>> {
    const root = await this.#prepare(folder);
    if (!root.ok) return root;
    await mkdir(this.#backups, { recursive: true, mode: 0o700 });
    const choice = Buffer.from(JSON.stringify({ root: root.value }));
    const kept = await writeFileAtomically(settingOf(this.#backups), choice);
    if (kept.ok) this.#becomes(root.value, { kind: 'copying' });
    return kept;
  }

  /** The same, for this time. Fails when no file can be written there, or it is where the first is. */
  async use(folder: string): Promise<Result<void, WriteFailure | Failure>> {
    const root = await this.#prepare(folder);
    if (root.ok) this.#becomes(root.value, { kind: 'copying' });
    return root.ok ? success(undefined) : root;
  }

  async #prepare(folder: string): Promise<Result<string, WriteFailure | Failure>> {
    if (isWithin(folder, this.#backups) || isWithin(this.#backups, folder))
      return failed({ code: 'second-place-is-first', path: folder });
    const root = join(resolve(folder), ownName);
    try {
      await mkdir(root, { mode: 0o700 }).catch(async (error: unknown) => {
        if (!(await stat(root)).isDirectory()) throw error;
      });
    } catch (error) {
      return failed(writingFailureOf(error, root));
    }
    const written = await writeFileAtomically(join(root, 'お読みください.txt'), Buffer.from(readme));
    return written.ok ? success(root) : written;
  }

  /** No second place any more. What stands there stays. */
  async leave(): Promise<void> {
    await removeFile(settingOf(this.#backups));
    this.#becomes(null, { kind: 'none' });
  }

  /** A backup that was made, and read through, just now. Nothing goes from here while it holds what is damaged. */
  made({ name, misfits }: Pick<MadeBackup, 'name' | 'misfits'>): void {
    this.#verified.add(name);
    this.#thins = misfits === 0;
  }

  /** Brings it up to date with the first; never rejects. */
  bringUp(library: ShelvedLibrary): Promise<void> {
    this.#wanted = library;
    this.#underWay ??= this.#bringAllUp().finally(() => (this.#underWay = null));
    return this.#underWay;
  }

  /** Settles when nothing is written there any more, after `most` ms at the latest: the next start goes on. */
  async settled(most: number): Promise<void> {
    if (this.#underWay === null) return;
    this.#wanted = null;
    const cutOff = setTimeout(() => {
      this.#stop.abort(new Error('cut off'));
    }, most);
    // A share that does not answer keeps nobody from closing.
    const given = new Promise((resolve) => setTimeout(resolve, most + 1_000).unref());
    await Promise.race([this.#underWay, given]);
    clearTimeout(cutOff);
    this.#stop = new AbortController();
  }

  /** Where a library's backups stand there; null for nowhere. */
  shelf(library: ShelvedLibrary): BackupShelf | null {
    return this.#root === null ? null : new BackupShelf(this.#root, library);
  }

  /** Whether it is on the disk that holds the first, which would be lost together. False where that can't be told. */
  async isOnSameDisk(): Promise<boolean> {
    if (this.#root === null) return false;
    const [one, other] = await Promise.all(
      [this.#root, this.#backups].map((path) => stat(path).catch(() => null)),
    );
    const disk = one?.dev;
    return disk !== undefined && disk === other?.dev;
  }

  async #bringAllUp(): Promise<void> {
    // More may have come to the first meanwhile.
    for (let next = this.#wanted; next !== null && this.#root !== null; next = this.#wanted) {
      this.#wanted = null;
      await this.#bringUp(next, this.#root);
    }
  }

  async #bringUp(library: ShelvedLibrary, root: string): Promise<void> {
    const [first, second] = [this.#backups, root].map((each) => new BackupShelf(each, library));
    if (first === undefined || second === undefined) return;
    const brought = await bringUpSecond(first, second, {
      signal: this.#stop.signal,
      verified: this.#verified,
      thins: this.#thins,
    });
    if (brought.ok) this.#verified.clear();
    // Another place was chosen meanwhile.
    if (root !== this.#root) return;
    if (brought.ok) this.#becomes(root, { kind: 'held' }, brought.value);
    else this.#becomes(root, brought.failure, brought.failure.kind === 'absent' ? [] : this.#held);
  }

  #becomes(root: string | null, state: SecondState, held: readonly ShelvedBackup[] = []): void {
    const before = JSON.stringify([this.#root, this.#state, this.#held]);
    [this.#root, this.#state, this.#held] = [root, state, held];
    if (before !== JSON.stringify([root, state, held])) this.#changed();
  }
}

function chosenRoot(backups: string): string | null {
  return readSetting({ path: settingOf(backups) }, ({ root }) => (typeof root === 'string' ? root : null));
}

function settingOf(backups: string): string {
  return join(backups, 'second-place.json');
}

function isWithin(path: string, folder: string): boolean {
  const [inner, outer] = [truePath(path), truePath(folder)];
  return inner === outer || inner.startsWith(outer + sep);
}

/** Stands beside the backups, for whoever finds the stick. */
const readme = `目標宣言（Sengen）の控え（バックアップ）です。

このフォルダーの .sengen ファイルは、報告のファイルの控えです。プログラムが自動で追加し、古いものを間引きます。
名前を変えたり、書き換えたりしないでください。

パソコンを替えたときや、もとのファイルをなくしたときは、新しいパソコンの Sengen で「開く」からここの控えを開き、
「この控えからファイルを作る」を押してください。
`.replaceAll('\n', '\r\n');
