import type { EntryFault } from './word-failure.ts';

const endSignature = 0x06054b50;
const zip64LocatorSignature = 0x07064b50;
const endSize = 22;
const longestComment = 0xffff;

/**
 * The archive without bytes behind its end, which programs that send files on leave there: a line break, a
 * signature. The last record that can be one counts; Word and LibreOffice open such files.
 */
export function withoutTail(file: Buffer): Buffer {
  const last = file.length - endSize;
  for (let at = last; at >= Math.max(0, last - longestComment); at -= 1) {
    if (file.readUInt32LE(at) !== endSignature) continue;
    const end = at + endSize + file.readUInt16LE(at + 20);
    const [size, start] = [file.readUInt32LE(at + 12), file.readUInt32LE(at + 16)];
    // The directory lies right before its record; anything else is no archive of ours.
    if (end <= file.length && start + size === at) return file.subarray(0, end);
  }
  return file;
}

/**
 * What speaks against an archive by its last record (APPNOTE 6.3, 4.3.16): a part of several disks, or
 * ZIP64, which a file within our bounds never needs. Null when nothing does, or there is no such record.
 */
export function faultOfArchiveEnd(file: Buffer): EntryFault | null {
  const last = file.length - endSize;
  for (let at = last; at >= Math.max(0, last - longestComment); at -= 1) {
    if (file.readUInt32LE(at) !== endSignature) continue;
    if (at >= 20 && file.readUInt32LE(at - 20) === zip64LocatorSignature) return 'zip64';
    const disks = [file.readUInt16LE(at + 4), file.readUInt16LE(at + 6)];
    const counts = [file.readUInt16LE(at + 8), file.readUInt16LE(at + 10)];
    const lengths = [file.readUInt32LE(at + 12), file.readUInt32LE(at + 16)];
    if (counts.includes(0xffff) || lengths.includes(0xffff_ffff)) return 'zip64';
    return disks.some((disk) => disk !== 0) || counts[0] !== counts[1] ? 'several-disks' : null;
  }
  return null;
}
