import { extname } from 'node:path';

/** Bytes of a file that tell what it is. */
export const tellingBytes = 100;

/** A zip archive (.docx) or an OLE file (.doc, or encrypted); by its name where it is empty or damaged. */
export function looksLikeWord(start: Uint8Array, fileName: string): boolean {
  const first = Buffer.from(start.subarray(0, 4)).toString('latin1');
  return first.startsWith('PK') || first === '\u00d0\u00cf\u0011\u00e0' || looksLikeWordFile(fileName);
}

/** Whether a file is called as Word files are. A part is a zip archive, too: of these the name tells which. */
export function looksLikeWordFile(fileName: string): boolean {
  return /\.do[ct][xm]?$/iu.test(fileName);
}

/** A `.sengen-part`: a zip whose first entry is its manifest; by its name where it is damaged. */
export function looksLikePart(start: Uint8Array, fileName: string): boolean {
  // The name of the first entry stands behind its header (APPNOTE 4.3.7).
  const first = Buffer.from(start.subarray(30, 43)).toString('latin1');
  return first === 'manifest.json' || extname(fileName).toLowerCase() === '.sengen-part';
}

export function looksLikeJson(start: Uint8Array, fileName: string): boolean {
  const text = new TextDecoder('utf-8').decode(start).trimStart();
  return text.startsWith('{') || extname(fileName).toLowerCase() === '.json';
}
