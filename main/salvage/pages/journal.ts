import { uint32 } from './page-file.ts';

const magic = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7];

/**
 * The pages that a rollback journal puts back, as they were before the transaction that it belongs to. Only records
 * whose own checksum holds are taken, as SQLite does; a journal of another page size, or cut off, gives what it has.
 */
export function journalPages(journal: Uint8Array, pageSize: number): Map<number, Uint8Array> {
  const pages = new Map<number, Uint8Array>();
  let at = 0;
  while (at + 28 <= journal.length && magic.every((byte, place) => journal[at + place] === byte)) {
    const counted = uint32(journal, at + 8);
    const nonce = uint32(journal, at + 12);
    const sector = uint32(journal, at + 20);
    if (uint32(journal, at + 24) !== pageSize || sector < 28 || sector > 65_536) return pages;
    const first = at + sector;
    const held = Math.max(0, Math.floor((journal.length - first) / (pageSize + 8)));
    // A journal that was not synced says none, or all: then the records themselves say how many.
    const count = counted === 0 || counted === 0xffffffff ? held : Math.min(counted, held);
    for (let place = 0; place < count; place += 1) {
      const record = first + place * (pageSize + 8);
      const page = journal.subarray(record + 4, record + 4 + pageSize);
      if (checksum(page, nonce) !== uint32(journal, record + 4 + pageSize)) return pages;
      const number = uint32(journal, record);
      // What was put away first is what stood there before.
      if (number >= 1 && !pages.has(number)) pages.set(number, page);
    }
    const next = first + count * (pageSize + 8);
    at = Math.ceil(next / sector) * sector;
  }
  return pages;
}

/** SQLite's: every 200th byte from the end. */
function checksum(page: Uint8Array, nonce: number): number {
  let sum = nonce;
  for (let at = page.length - 200; at > 0; at -= 200) sum = (sum + (page[at] ?? 0)) >>> 0;
  return sum;
}
