import type { ZipEntry } from './zip-entry.ts';

/**
 * A small zip writer whose output depends on nothing but the entries: no clock, no owner, no library's
 * choice of order. (APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16; no ZIP64.)
 */

/** 1980-01-01 00:00, the first moment that a zip can name. */
const dosTime = 0;
const dosDate = 0x21;
const versionNeeded = 20;
const utf8Names = 0x0800;
const deflateMethod = 8;

/** The archive with `entries` in their order. */
export function zipArchive(entries: readonly ZipEntry[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name, 'utf8');
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    writeCommon(local, 4, entry, name.length);
    pieces.push(local, name, entry.deflated);

    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(versionNeeded, 4);
    writeCommon(central, 6, entry, name.length);
    central.writeUInt32LE(offset, 42);
    directory.push(central, name);
    offset += local.length + name.length + entry.deflated.length;
  }
  const directorySize = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directorySize, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, ...directory, end]);
}

/** The 26 bytes that a local and a central header share. */
function writeCommon(header: Buffer, at: number, entry: ZipEntry, nameLength: number): void {
  header.writeUInt16LE(versionNeeded, at);
  header.writeUInt16LE(/^[\x20-\x7E]*$/.test(entry.name) ? 0 : utf8Names, at + 2);
  header.writeUInt16LE(deflateMethod, at + 4);
  header.writeUInt16LE(dosTime, at + 6);
  header.writeUInt16LE(dosDate, at + 8);
  header.writeUInt32LE(entry.crc, at + 10);
  header.writeUInt32LE(entry.deflated.length, at + 14);
  header.writeUInt32LE(entry.size, at + 18);
  header.writeUInt16LE(nameLength, at + 22);
}
