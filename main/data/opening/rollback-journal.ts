/** SQLite's rollback journal (database file format, section 3), read without SQLite: looking at one must not play it back. */

/** A page as it was before the transaction. */
export interface JournalPage {
  /** From 1. */
  readonly number: number;
  readonly bytes: Buffer;
}

export interface RollbackJournal {
  readonly pageSize: number;
  /** Pages that the database file had before the transaction. */
  readonly pageCount: number;
  /** The pages that SQLite writes back, each once. */
  readonly pages: readonly JournalPage[];
  /**
   * Also what was written to the journal and not yet vouched for by its header. As long as it is not, no page of the
   * database was changed.
   */
  readonly written: readonly JournalPage[];
  /** The transaction went over several databases, and the journal names the file that holds them together. */
  readonly isOfSeveral: boolean;
}

const magic = Buffer.from('d9d505f920a163d7', 'hex');
const at = { records: 8, nonce: 12, pageCount: 16, sectorSize: 20, pageSize: 24 } as const;
const headerLength = 28;
/** In the place of the number of records: as many as the file has. */
const toTheEnd = 0xffffffff;
/** Of a page only every 200th byte counts for the sum that is stored behind it. */
const stride = 200;

/** Null where SQLite would play nothing back: no header, or one that makes no sense. */
export function readJournal(bytes: Buffer): RollbackJournal | null {
  if (!hasHeaderAt(bytes, 0)) return null;
  const sectorSize = bytes.readUInt32BE(at.sectorSize);
  const pageSize = bytes.readUInt32BE(at.pageSize);
  if (!isSize(sectorSize, 32) || !isSize(pageSize, 512)) return null;
  const pageCount = bytes.readUInt32BE(at.pageCount);
  const pages = new Map<number, JournalPage>();
  const written: JournalPage[] = [];
  let offset = 0;
  while (hasHeaderAt(bytes, offset)) {
    const promised = bytes.readUInt32BE(offset + at.records);
    const nonce = bytes.readUInt32BE(offset + at.nonce);
    const most = promised === 0 || promised === toTheEnd ? Infinity : promised;
    offset += sectorSize;
    let read = 0;
    for (; read < most; read += 1) {
      const page = pageAt(bytes, offset, pageSize, nonce);
      if (page === null) break;
      offset += pageSize + 8;
      written.push(page);
      // The first is the one from before the transaction; what came to be in it is cut off.
      if (promised === 0 || pages.has(page.number) || page.number > pageCount) continue;
      pages.set(page.number, page);
    }
    if (read < most) break;
    offset = Math.ceil(offset / sectorSize) * sectorSize;
  }
  return { pageSize, pageCount, pages: [...pages.values()], written, isOfSeveral: endsWithName(bytes) };
}

/** The database file as it was before the transaction: what SQLite would make of it, in memory. */
export function playBack(database: Buffer, { pageSize, pageCount, pages }: RollbackJournal): Buffer {
  const before = Buffer.alloc(pageSize * pageCount);
  database.copy(before);
  for (const { number, bytes } of pages) bytes.copy(before, (number - 1) * pageSize);
  return before;
}

function hasHeaderAt(bytes: Buffer, offset: number): boolean {
  return bytes.length >= offset + headerLength && bytes.subarray(offset, offset + 8).equals(magic);
}

function isSize(value: number, least: number): boolean {
  return value >= least && value <= 65_536 && (value & (value - 1)) === 0;
}

/** Null at the end of what is whole. */
function pageAt(bytes: Buffer, offset: number, pageSize: number, nonce: number): JournalPage | null {
  if (offset + pageSize + 8 > bytes.length) return null;
  const number = bytes.readUInt32BE(offset);
  // SQLite never writes the page in which it keeps its locks, at a gigabyte.
  if (number === 0 || number === Math.floor(0x40000000 / pageSize) + 1) return null;
  const page = bytes.subarray(offset + 4, offset + 4 + pageSize);
  let sum = nonce;
  for (let index = pageSize - stride; index > 0; index -= stride) sum = (sum + (page[index] ?? 0)) >>> 0;
  return sum === bytes.readUInt32BE(offset + 4 + pageSize) ? { number, bytes: page } : null;
}

/** A name that other journals share stands at the very end, its length, its sum and the magic behind it. */
function endsWithName(bytes: Buffer): boolean {
  const end = bytes.length - 16;
  if (end < headerLength || !bytes.subarray(end + 8).equals(magic)) return false;
  const length = bytes.readUInt32BE(end);
  return length > 0 && length <= end;
}
