import { dirname } from 'node:path';
import type { Random } from '../../scripts/suites/hostile-word/random.ts';
import type { DiskOperation } from './disk-log.ts';

/** What stands on a disk after the power was cut: every file by its path. */
export type DiskState = ReadonlyMap<string, Buffer>;

type Change = Extract<DiskOperation, { kind: 'write' | 'truncate' }>;
/** Folders are made again with their files; an empty one holds nothing that was promised. */
type Naming = Extract<DiskOperation, { kind: 'create' | 'remove' } | { kind: 'rename' | 'link' }>;

interface Contents {
  /** What was synced; stays through a cut. */
  readonly synced: Buffer;
  /** What was asked for since, and may be on the disk, in parts, in any order. */
  readonly pending: readonly Change[];
}

interface Snapshot {
  readonly files: Map<number, Contents>;
  readonly names: Map<string, number>;
  readonly pendingNames: Naming[];
}

/** A disk keeps or loses a piece of this many bytes as one. */
const sector = 512;
/** So many operations from one snapshot to the next. */
const stride = 32;

/**
 * The states that a cut may leave, from the log of what a process asked the disk for.
 *
 * Only what was synced is sure. Of what was written since, any part may be there, in any order, torn at sectors; of
 * the changes to names any number, in their order as in a file system with a journal, or any selection of them.
 */
export class PowerCuts {
  readonly #operations: readonly DiskOperation[];
  readonly #snapshots: Snapshot[] = [];

  constructor(operations: readonly DiskOperation[]) {
    this.#operations = operations;
    let now: Snapshot = { files: new Map(), names: new Map(), pendingNames: [] };
    for (const [at, operation] of operations.entries()) {
      if (at % stride === 0) this.#snapshots.push(copyOf(now));
      now = after(now, operation);
    }
  }

  /** How many operations can be cut after. */
  get length(): number {
    return this.#operations.length;
  }

  /** A state after the first `count` operations. */
  state(count: number, random: Random): DiskState {
    const first = Math.min(Math.floor(count / stride), this.#snapshots.length - 1);
    let now = copyOf(this.#snapshots[first]!);
    for (let at = first * stride; at < count; at += 1) now = after(now, this.#operations[at]!);
    const names = new Map(now.names);
    for (const naming of chosen(now.pendingNames, random)) apply(names, naming);
    const way = random.below(5);
    return new Map(
      [...names].flatMap(([path, inode]) => {
        const contents = now.files.get(inode);
        return contents === undefined ? [] : [[path, cut(contents, way, random)] as const];
      }),
    );
  }
}

function copyOf({ files, names, pendingNames }: Snapshot): Snapshot {
  return { files: new Map(files), names: new Map(names), pendingNames: [...pendingNames] };
}

/** Changes the snapshot given. */
function after(now: Snapshot, operation: DiskOperation): Snapshot {
  const { files, names } = now;
  switch (operation.kind) {
    case 'create':
      files.set(operation.inode, { synced: Buffer.alloc(0), pending: [] });
      now.pendingNames.push(operation);
      return now;
    case 'write':
    case 'truncate': {
      const is = files.get(operation.inode) ?? { synced: Buffer.alloc(0), pending: [] };
      files.set(operation.inode, { ...is, pending: [...is.pending, operation] });
      return now;
    }
    case 'sync': {
      const is = files.get(operation.inode);
      if (is !== undefined) {
        files.set(operation.inode, { synced: changed(is.synced, is.pending), pending: [] });
      }
      return now;
    }
    case 'sync-folder': {
      const [sure, open] = [[] as Naming[], [] as Naming[]];
      for (const each of now.pendingNames) {
        const folders = [dirname(each.path), 'to' in each ? dirname(each.to) : ''];
        (folders.includes(operation.path) ? sure : open).push(each);
      }
      for (const each of sure) apply(names, each);
      return { ...now, pendingNames: open };
    }
    case 'marks':
    case 'make-folder':
    case 'remove-folder':
      return now;
    default:
      now.pendingNames.push(operation);
      return now;
  }
}

function apply(names: Map<string, number>, naming: Naming): void {
  switch (naming.kind) {
    case 'create':
      names.set(naming.path, naming.inode);
      return;
    case 'remove':
      names.delete(naming.path);
      return;
    case 'link':
      names.set(naming.to, naming.inode);
      return;
    case 'rename':
      names.delete(naming.path);
      names.set(naming.to, naming.inode);
  }
}

/** Of changes to names that were not synced, those that are on the disk nevertheless. */
function chosen(pending: readonly Naming[], random: Random): readonly Naming[] {
  if (random.below(4) === 0) return pending.filter(() => random.below(2) === 0);
  return pending.slice(0, random.between(0, pending.length));
}

/** What a file holds after a cut, in one of five ways. */
function cut({ synced, pending }: Contents, way: number, random: Random): Buffer {
  switch (way) {
    case 0:
      return synced;
    case 1:
      return changed(synced, pending);
    case 2:
      return changed(synced, pending.slice(0, random.between(0, pending.length)));
    case 3:
      return changed(
        synced,
        pending.filter(() => random.below(2) === 0),
      );
    default:
      return changed(
        synced,
        pending.flatMap((change) => torn(change, random)),
      );
  }
}

/** Some sectors of a write; a change of length is whole. */
function torn(change: Change, random: Random): Change[] {
  if (change.kind === 'truncate') return random.below(2) === 0 ? [change] : [];
  const pieces: Change[] = [];
  for (let from = 0; from < change.data.length;) {
    const at = change.at + from;
    const end = Math.min(change.data.length, from + sector - (at % sector));
    if (random.below(2) === 0) pieces.push({ ...change, at, data: change.data.subarray(from, end) });
    from = end;
  }
  return pieces;
}

function changed(bytes: Buffer, changes: readonly Change[]): Buffer {
  if (changes.length === 0) return bytes;
  const longest = changes.reduce(
    (length, change) =>
      Math.max(length, change.kind === 'write' ? change.at + change.data.length : change.length),
    bytes.length,
  );
  const result = Buffer.alloc(longest);
  bytes.copy(result);
  let length = bytes.length;
  for (const change of changes) {
    if (change.kind === 'write') {
      change.data.copy(result, change.at);
      length = Math.max(length, change.at + change.data.length);
    } else {
      if (change.length < length) result.fill(0, change.length, length);
      length = change.length;
    }
  }
  return result.subarray(0, length);
}
