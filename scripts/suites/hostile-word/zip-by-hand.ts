import { crc32, deflateRawSync } from 'node:zlib';

/**
 * A zip archive written by the tests themselves, honest unless told otherwise: the reader is not to be
 * tried only on what the program's own writer makes.
 */
export interface HandEntry {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Said in the headers instead of what is true. */
  readonly claims?: { readonly crc?: number; readonly size?: number; readonly flags?: number };
  readonly stored?: boolean;
}

export function zipByHand(entries: readonly HandEntry[]): Buffer {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name, 'utf8');
    const bytes = Buffer.from(entry.content as Uint8Array);
    const data = entry.stored === true ? bytes : deflateRawSync(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800 | (entry.claims?.flags ?? 0), 2);
    common.writeUInt16LE(entry.stored === true ? 0 : 8, 4);
    common.writeUInt32LE(entry.claims?.crc ?? crc32(bytes), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(entry.claims?.size ?? bytes.length, 18);
    common.writeUInt16LE(name.length, 22);
    pieces.push(Buffer.from([0x50, 0x4b, 3, 4]), common, name, data);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), common, tail, name);
    offset += 30 + name.length + data.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, ...directory, end]);
}
