import { stat } from 'node:fs/promises';
import { discard } from '../files/patience.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import { isUnread } from '../data/backup/examine-copy.ts';
import { examineBackup } from './apart.ts';
import { keptOf, type BackupShelf, type ShelvedBackup } from './backup-shelf.ts';
import { copyBackup } from './copy-backup.ts';

/** Why the second place does not hold what the first does. */
export type SecondTrouble =
  /** It is not there: the stick is pulled, the share is gone. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'full' }
  | { readonly kind: 'read-only' }
  | { readonly kind: 'failed'; readonly cause: string };

export interface SecondOptions {
  readonly signal?: AbortSignal;
  /** Names of backups that were made just now: they need not be read through again. */
  readonly verified?: ReadonlySet<string>;
  /** What need not be kept goes. */
  readonly thins?: boolean;
}

/**
 * Brings the second shelf up to the first, the latest backup first. It keeps by the same rule, counted over both: what
 * one of them has and need not keep is never copied, and goes from here once what came was verified.
 *
 * Answers what stands there afterwards. A second place that is not there is never made.
 */
export async function bringUpSecond(
  first: BackupShelf,
  second: BackupShelf,
  { signal, verified = new Set(), thins = true }: SecondOptions = {},
): Promise<Result<readonly ShelvedBackup[], SecondTrouble>> {
  try {
    await stat(second.root);
    const [ours, theirs] = [await first.list(), await second.list()];
    const there = new Set(theirs.map(({ name }) => name));
    const kept = keptOf([
      ...ours,
      ...theirs.filter(({ name }) => !ours.some((each) => each.name === name)),
    ]);
    for (const backup of ours) {
      if (there.has(backup.name) || !kept.has(backup.name)) continue;
      // What is damaged here is dealt with where it is needed, or by the drill; it is not spread.
      if (verified.has(backup.name) || (await isWhole(backup)))
        await (thins ? copyMakingRoom : copyBackup)(backup, second, signal);
    }
    if (thins) for (const { name, path } of theirs) if (!kept.has(name)) await discard(path);
    return success(await second.list());
  } catch (error) {
    return failed(await troubleOf(error, second));
  }
}

/** Rejects where that can't be found out now: the second place does not hold it yet. */
async function isWhole(backup: ShelvedBackup): Promise<boolean> {
  const examined = await examineBackup(backup);
  if (!examined.ok && isUnread(examined.failure)) throw new Error(examined.failure);
  return examined.ok;
}

/** A full place is thinned by its own rule first. */
async function copyMakingRoom(backup: ShelvedBackup, to: BackupShelf, signal?: AbortSignal): Promise<void> {
  try {
    await copyBackup(backup, to, signal);
  } catch (error) {
    if (!isFull(error)) throw error;
    await to.thin();
    await copyBackup(backup, to, signal);
  }
}

function isFull(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? '');
}

async function troubleOf(error: unknown, { root }: BackupShelf): Promise<SecondTrouble> {
  if ((await stat(root).catch(() => null)) === null) return { kind: 'absent' };
  if (isFull(error)) return { kind: 'full' };
  const { code = '' } = error as NodeJS.ErrnoException;
  return ['EACCES', 'EROFS', 'EPERM'].includes(code)
    ? { kind: 'read-only' }
    : { kind: 'failed', cause: code === '' ? String(error) : code };
}
