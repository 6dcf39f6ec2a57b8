import { closeSync, openSync, readFileSync, readSync, statSync, type BigIntStats } from 'node:fs';
import { hasUnfinishedTransaction } from './file-header.ts';

/** How long a file must have stood still, in ms: two writings within one tick of a disk's clock leave one time. */
const stillness = 60;

/** How often that is waited for: some five seconds of somebody who stores without a break. */
const tries = 40;

/** Bytes that are compared at once. */
const chunk = 1024 * 1024;

/**
 * The bytes of a database that another program has open and may be writing in, as they were at one moment between
 * two of its transactions; null when no such moment came.
 *
 * A transaction of ours writes its journal before it touches the file and empties it behind. So whatever was read
 * while the journal was empty before and after, and the file itself stood still, is one state. It is read a second
 * time and compared, for disks whose clocks are coarse. No lock is asked for: the one who writes never waits.
 *
 * Only for a file that this process does not hold open (file-header.ts). Throws the errors of node:fs.
 */
export async function readInUse(file: string): Promise<Buffer | null> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const before = settledState(file);
    await pause(stillness);
    if (before === null || !isUnchanged(file, before)) continue;
    const bytes = readFileSync(file);
    if (!isUnchanged(file, before)) continue;
    await pause(stillness);
    if (says(file, bytes) && isUnchanged(file, before)) return bytes;
  }
  return null;
}

/** Null while somebody is in the middle of a transaction. */
function settledState(file: string): BigIntStats | null {
  // A stranger who has turned the library to another way of writing keeps what is new elsewhere.
  const elsewhere = statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  if (hasUnfinishedTransaction(file) || elsewhere > 0) return null;
  return statSync(file, { bigint: true });
}

function isUnchanged(file: string, before: BigIntStats): boolean {
  const now = settledState(file);
  return (
    now !== null &&
    now.dev === before.dev &&
    now.ino === before.ino &&
    now.size === before.size &&
    now.mtimeNs === before.mtimeNs &&
    now.ctimeNs === before.ctimeNs
  );
}

/** Whether a file says these bytes and no more. */
function says(file: string, bytes: Buffer): boolean {
  const part = Buffer.alloc(chunk);
  const handle = openSync(file, 'r');
  try {
    for (let at = 0; ; at += chunk) {
      const length = readSync(handle, part, 0, chunk, at);
      if (bytes.compare(part, 0, length, at, Math.min(at + chunk, bytes.length)) !== 0) return false;
      if (length < chunk) return true;
    }
  } finally {
    closeSync(handle);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
