import { failed, success, type Result } from '../../../shared/result.ts';
import type { OtherKind, WordFailure } from './word-failure.ts';

/**
 * Whether bytes can be a Word file at all, by how they begin; a name's ending is never asked.
 *
 * Succeeds for every zip archive: what is inside is for read-word-document.ts to see.
 */
export function mayBeWordFile(bytes: Uint8Array): Result<void, WordFailure> {
  if (bytes.length === 0) return failed({ code: 'word-file-empty' });
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (startsWith(file, [0x50, 0x4b, 0x03, 0x04]) || startsWith(file, [0x50, 0x4b, 0x05, 0x06])) {
    return success(undefined);
  }
  if (startsWith(file, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return failed(oldOffice(file));
  return failed({ code: 'not-a-word-file', kind: otherKind(file) });
}

/**
 * What an OLE compound file is: Word 97–2003 keeps a stream `WordDocument`, and Office puts a whole
 * encrypted .docx into a stream `EncryptedPackage` (MS-OFFCRYPTO 2.3.4.4). Names stand in UTF-16.
 */
function oldOffice(file: Buffer): WordFailure {
  const holds = (stream: string): boolean => file.includes(Buffer.from(stream, 'utf16le'));
  if (holds('EncryptedPackage')) return { code: 'word-encrypted' };
  if (holds('WordDocument')) return { code: 'word-old-format' };
  return { code: 'not-a-word-file', kind: 'old-office' };
}

function otherKind(file: Buffer): OtherKind {
  const start = file.subarray(0, 1024);
  if (start.includes('%PDF-')) return 'pdf';
  if (startsWith(start, [0x7b, 0x5c, 0x72, 0x74, 0x66])) return 'rich-text';
  if (
    startsWith(start, [0xff, 0xd8, 0xff]) ||
    startsWith(start, [0x89, 0x50, 0x4e, 0x47]) ||
    start.subarray(0, 4).equals(Buffer.from('GIF8'))
  ) {
    return 'image';
  }
  for (const signature of ['7z\u00BC\u00AF', 'Rar!', '\u001F\u008B']) {
    if (start.subarray(0, signature.length).equals(Buffer.from(signature, 'latin1'))) return 'archive';
  }
  return start.includes(0) ? 'unknown' : 'text';
}

function startsWith(file: Buffer, signature: readonly number[]): boolean {
  return signature.every((byte, index) => file[index] === byte);
}
