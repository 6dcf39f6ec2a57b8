import {
  partFormat,
  partNames,
  type PartContent,
  type PartKind,
} from '../../exchange/part/part-content.ts';
import { sha256Of } from '../../files/sha256.ts';
import { zipEntry } from '../../word/writing/zip-entry.ts';
import { zipArchive } from '../../word/writing/zip-writer.ts';

/** A part as the bytes of its file: the same content gives the same bytes. `hash` says which it is. */
export function writePart(
  kind: PartKind,
  content: PartContent,
): { readonly bytes: Uint8Array; readonly hash: string } {
  const text = `${JSON.stringify(content, null, 1)}\n`;
  const hash = sha256Of(text);
  const manifest = `${JSON.stringify({ format: partFormat, kind, content: hash }, null, 1)}\n`;
  return {
    bytes: zipArchive([zipEntry(partNames.manifest, manifest), zipEntry(partNames.content, text)]),
    hash,
  };
}
