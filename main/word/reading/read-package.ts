import { crc32 } from 'node:zlib';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { failed, success, type Result } from '../../../shared/result.ts';
import { faultOfArchiveEnd, withoutTail } from './archive-end.ts';
import type { EntryFault, PackageMeasure, WordFailure } from './word-failure.ts';

const mebibyte = 1 << 20;

/**
 * What is refused before and while it is unpacked: headers lie, so bytes are counted as they come.
 *
 * A file of any size may unpack to `unpacked` bytes, and one that is large to `ratio` more for each of its own, up
 * to `most`: a report of 20,000 rows is 9 MB, and 100 MB unpacked.
 */
export const packageLimits = {
  file: 30 * mebibyte,
  entries: 2_000,
  unpacked: 32 * mebibyte,
  ratio: 16,
  most: 256 * mebibyte,
} as const;

/** The parts of a package by their names in it; those that were not wanted hold no bytes. */
export class PackageParts extends Map<string, Uint8Array> {
  /** Bytes that the wanted parts take up in the package. */
  packed = 0;
}

/**
 * The parts of a Word file (or any zip); nothing is ever unpacked to disk.
 *
 * Every entry is checked, but only those that `wanted` names are unpacked. `unpacked`: what a file of no bytes
 * could unpack to. Fails with
 * `package-too-large`, `package-refused` (an entry that no honest file has) or `package-broken`.
 */
export async function readPackageParts(
  bytes: Uint8Array,
  wanted: (name: string) => boolean = () => true,
  unpacked: number = packageLimits.unpacked,
): Promise<Result<PackageParts, WordFailure>> {
  if (bytes.length > packageLimits.file) return tooLarge('file');
  const file = withoutTail(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  const fault = faultOfArchiveEnd(file);
  if (fault !== null) return refused('', fault);
  try {
    const archive = await fromBufferPromise(file, {
      lazyEntries: true,
      strictFileNames: true,
      validateEntrySizes: true,
    });
    const limit = Math.min(unpacked + bytes.length * packageLimits.ratio, packageLimits.most);
    return await readEntries(archive, wanted, limit);
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    // The library refuses such names by throwing (absolute, with `..`, with a backslash).
    if (/^(?:invalid characters in fileName|absolute path|invalid relative path)/.test(cause)) {
      return refused(cause.slice(cause.indexOf(':') + 1).trim(), 'name');
    }
    return failed({ code: 'package-broken', cause });
  }
}

async function readEntries(
  archive: ZipFile,
  wanted: (name: string) => boolean,
  limit: number,
): Promise<Result<PackageParts, WordFailure>> {
  if (archive.entryCount > packageLimits.entries) return tooLarge('entries');
  const parts = new PackageParts();
  const places = new EntryPlaces();
  let left = limit;
  for await (const entry of archive.eachEntry()) {
    const name = entry.fileName;
    const fault = places.faultOf(entry);
    if (fault !== null) return refused(name, fault);
    if (name.endsWith('/')) continue;
    if (!wanted(name)) {
      parts.set(name, new Uint8Array());
      continue;
    }
    const content = await readEntry(archive, entry, left);
    if (content === null) return tooLarge('unpacked', limit);
    if (crc32(content) !== entry.crc32) return refused(name, 'checksum');
    left -= content.length;
    parts.packed += entry.compressedSize;
    parts.set(name, content);
  }
  return places.overlap() ? refused('', 'overlap') : success(parts);
}

/** Names and places of the entries seen so far. */
class EntryPlaces {
  readonly #names = new Set<string>();
  readonly #spans: { readonly start: number; readonly end: number }[] = [];

  faultOf(entry: Entry): EntryFault | null {
    const name = entry.fileName;
    if (name === '' || name.includes('\0')) return 'name';
    // Part names are equivalent without regard to case (ECMA-376 part 2, 6.2.2.3).
    const key = name.toLowerCase();
    if (this.#names.has(key)) return 'duplicate';
    this.#names.add(key);
    if (entry.isEncrypted()) return 'encrypted';
    if (entry.extraFields.some(({ id }) => id === 1)) return 'zip64';
    const start = entry.relativeOffsetOfLocalHeader;
    this.#spans.push({ start, end: start + 30 + entry.fileNameLength + entry.compressedSize });
    return null;
  }

  /** Two entries that share bytes: a small file that unpacks to much, and never an honest one. */
  overlap(): boolean {
    const spans = this.#spans.toSorted((one, other) => one.start - other.start);
    return spans.some(({ start }, index) => index > 0 && start < (spans[index - 1]?.end ?? 0));
  }
}

/** The entry's content; null when it says that it is, or turns out to be, larger than `limit` bytes. */
async function readEntry(archive: ZipFile, entry: Entry, limit: number): Promise<Buffer | null> {
  if (entry.uncompressedSize > limit) return null;
  const content = Buffer.allocUnsafe(entry.uncompressedSize);
  let size = 0;
  // The library throws as soon as more bytes come than the entry says; so they always find room.
  for await (const chunk of await archive.openReadStreamPromise(entry)) {
    size += (chunk as Buffer).copy(content, size);
  }
  return content.subarray(0, size);
}

function tooLarge(what: PackageMeasure, limit: number = packageLimits[what]): Result<never, WordFailure> {
  return failed({ code: 'package-too-large', what, limit });
}

function refused(entry: string, why: EntryFault): Result<never, WordFailure> {
  return failed({ code: 'package-refused', entry: entry.slice(0, 200), why });
}
