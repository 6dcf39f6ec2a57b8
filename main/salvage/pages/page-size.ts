import { cellsOf, headerOf, kindOf, pageFile, uint16 } from './page-file.ts';

const sizes = [4096, 1024, 8192, 2048, 16_384, 32_768, 65_536, 512] as const;

/**
 * Bytes of a page of a database file. What the header says may be damaged itself: the size is taken at which most
 * pages have a header of their own that makes sense.
 */
export function pageSizeOf(bytes: Uint8Array): number {
  const said = uint16(bytes, 16) === 1 ? 65_536 : uint16(bytes, 16);
  const ordered = [...sizes].sort((one, other) => Number(other === said) - Number(one === said));
  const sound = ordered.map((size) => soundPages(bytes, size));
  const most = Math.max(...sound);
  // Some pages make sense by chance, so the header counts for something.
  const best = sound.findIndex((count) => count >= most * 0.8);
  return ordered[best] ?? 4096;
}

/** Pages whose cells begin where their header says, the empty ones at their very end. */
function soundPages(bytes: Uint8Array, size: number): number {
  const file = pageFile(bytes, size);
  let sound = 0;
  for (let number = 1; number <= file.count; number += 1) {
    const page = file.page(number);
    const kind = page === null ? null : kindOf(page, number);
    const cells = page === null || kind === null ? null : cellsOf(page, number, kind);
    if (page === null || cells === null) continue;
    const first = uint16(page, headerOf(number) + 5) || 65_536;
    if (first === cells.reduce((least, at) => Math.min(least, at), size)) sound += 1;
  }
  return sound;
}
