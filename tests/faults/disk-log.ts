import { readFileSync } from 'node:fs';
import { marksFrom, type Mark } from './work-and-marks.ts';

/** What a process asked the disk for, in its order; written by record.c. Each file that was made has a number of its own. */
export type DiskOperation =
  | { readonly kind: 'create' | 'remove'; readonly path: string; readonly inode: number }
  | { readonly kind: 'rename' | 'link'; readonly path: string; readonly inode: number; readonly to: string }
  | { readonly kind: 'write'; readonly inode: number; readonly at: number; readonly data: Buffer }
  | { readonly kind: 'truncate'; readonly inode: number; readonly length: number }
  | { readonly kind: 'sync'; readonly path: string; readonly inode: number }
  | { readonly kind: 'make-folder' | 'remove-folder'; readonly path: string }
  | { readonly kind: 'sync-folder'; readonly path: string }
  /** What the process had told by then. */
  | { readonly kind: 'marks'; readonly marks: readonly Mark[] };

const headLength = 32;

export function readDiskLog(path: string): DiskOperation[] {
  const bytes = readFileSync(path);
  const operations: DiskOperation[] = [];
  // A file system gives the inode of a removed file to the next one that is made.
  const numbers = new Map<number, number>();
  for (let at = 0; at < bytes.length;) {
    const type = String.fromCharCode(bytes.readUInt32LE(at));
    const pathLength = bytes.readUInt32LE(at + 4);
    const [inode, number, length] = [8, 16, 24].map((part) => Number(bytes.readBigUInt64LE(at + part)));
    const start = at + headLength;
    const name = bytes.toString('utf8', start, start + pathLength);
    at = start + pathLength + length!;
    const data = bytes.subarray(start + pathLength, at);
    if (type === 'C') numbers.set(inode!, operations.length + 1);
    operations.push(operationOf(type, name, numbers.get(inode!) ?? -inode!, number!, data));
  }
  return operations;
}

function operationOf(
  type: string,
  path: string,
  inode: number,
  number: number,
  data: Buffer,
): DiskOperation {
  switch (type) {
    case 'C':
      return { kind: 'create', path, inode };
    case 'U':
      return { kind: 'remove', path, inode };
    case 'R':
      return { kind: 'rename', path, inode, to: String(data) };
    case 'L':
      return { kind: 'link', path, inode, to: String(data) };
    case 'W':
      return { kind: 'write', inode, at: number, data };
    case 'T':
      return { kind: 'truncate', inode, length: number };
    case 'S':
      return { kind: 'sync', path, inode };
    case 'D':
      return { kind: 'sync-folder', path };
    case 'M':
      return { kind: 'make-folder', path };
    case 'X':
      return { kind: 'remove-folder', path };
    case 'A':
      return { kind: 'marks', marks: marksFrom(String(data)) };
    default:
      throw new Error(`a record of unknown type ${type}`);
  }
}
