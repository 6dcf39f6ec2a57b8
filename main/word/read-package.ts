import { crc32 } from 'node:zlib';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { failed, success, type Result } from '../../shared/result.ts';
import type { WordFailure } from './word-failure.ts';

const mebibyte = 1 << 20;

/** What is refused before and while it is unpacked: headers lie, so bytes are counted as they come. */
export const packageLimits = {
  file: 30 * mebibyte,
  entries: 2_000,
  entry: 40 * mebibyte,
  total: 100 * mebibyte,
} as const;

/**
 * The parts of a Word file (or any zip) by their names in it; nothing is ever unpacked to disk.
 *
 * Fails with `package-too-large`, `package-refused` (an entry that no honest file has) or `package-broken`.
 */
export async function readPackageParts(
  bytes: Uint8Array,
): Promise<Result<Map<string, Uint8Array>, WordFailure>> {
  if (bytes.length > packageLimits.file) return tooLarge('file', packageLimits.file);
  try {
    const archive = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), {
      lazyEntries: true,
      strictFileNames: true,
      validateEntrySizes: true,
    });
    return await readEntries(archive);
  } catch (error) {
    return failed({
      code: 'package-broken',
      cause: error instanceof Error ? error.message : String(error),
    });
  }
}

async function readEntries(archive: ZipFile): Promise<Result<Map<string, Uint8Array>, WordFailure>> {
  if (archive.entryCount > packageLimits.entries) return tooLarge('entries', packageLimits.entries);
  const parts = new Map<string, Uint8Array>();
  const names = new Set<string>();
  let left: number = packageLimits.total;
  for await (const entry of archive.eachEntry()) {
    const name = entry.fileName;
    if (name.endsWith('/')) continue;
    if (name === '' || name.includes('\0')) return refused(name, 'name');
    // Part names are equivalent without regard to case (ECMA-376 part 2, 6.2.2.3).
    if (names.has(name.toLowerCase())) return refused(name, 'duplicate');
    names.add(name.toLowerCase());
    if (entry.isEncrypted()) return refused(name, 'encrypted');
    const content = await readEntry(archive, entry, Math.min(left, packageLimits.entry));
    if (content === null) {
      return left < packageLimits.entry
        ? tooLarge('total', packageLimits.total)
        : tooLarge('entry', packageLimits.entry);
    }
    if (crc32(content) !== entry.crc32) return refused(name, 'checksum');
    left -= content.length;
    parts.set(name, content);
  }
  return success(parts);
}

/** The entry's content; null as soon as it grows beyond `limit` bytes. */
async function readEntry(archive: ZipFile, entry: Entry, limit: number): Promise<Buffer | null> {
  const stream = await archive.openReadStreamPromise(entry);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) {
      stream.destroy();
      return null;
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(what: string, limit: number): Result<never, WordFailure> {
  return failed({ code: 'package-too-large', what, limit });
}

function refused(
  entry: string,
  why: 'name' | 'duplicate' | 'encrypted' | 'checksum',
): Result<never, WordFailure> {
  return failed({ code: 'package-refused', entry, why });
}
