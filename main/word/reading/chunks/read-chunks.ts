import { success, type Result } from '../../../../shared/result.ts';
import type { PackageParts } from '../read-package.ts';
import type { Relationship, Relationships } from '../relationships.ts';
import { printedSigns } from '../../../../shared/words/printed-signs.ts';
import { untracked, type Block, type WordDocument } from '../word-document.ts';
import type { WordFailure } from '../word-failure.ts';
import type { XmlBudget } from '../xml-budget.ts';
import { decoded } from './decoded.ts';
import { htmlBlocks } from './html-blocks.ts';
import { htmlOfArchive } from './web-archive.ts';

/** More parts of other kinds than this no report has; the rest is left aside. */
const mostChunks = 10;

/** The parts of other kinds that the document holds (`w:altChunk`, ECMA-376 17.17.2): Word shows what is in them. */
export function chunksOf({ inside }: Relationships): readonly Relationship[] {
  return inside.filter(({ type }) => type === 'aFChunk').slice(0, mostChunks);
}

/**
 * What those parts say, by the relationship that names each: HTML, a web archive, text, or a Word file. One
 * that can't be read is named.
 */
export async function readChunks(
  own: Relationships,
  parts: PackageParts,
  budget: XmlBudget,
  readWord: (bytes: Uint8Array) => Promise<Result<WordDocument, WordFailure>>,
): Promise<Result<ReadonlyMap<string, readonly Block[]>, WordFailure>> {
  const chunks = new Map<string, readonly Block[]>();
  for (const { id, part } of chunksOf(own)) {
    const bytes = parts.get(part);
    if (bytes === undefined || bytes.length === 0) continue;
    if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
      const read = await readWord(bytes);
      chunks.set(id, read.ok ? read.value.body : [unread(part)]);
      continue;
    }
    const text = textOf(bytes, part);
    if (text === null) {
      chunks.set(id, [unread(part)]);
      continue;
    }
    const blocks = htmlBlocks(text, part, budget);
    if (!blocks.ok) return blocks;
    chunks.set(id, blocks.value);
  }
  return success(chunks);
}

/** What stands for a part that says something that we can't read: a person is to hear of it. */
function unread(part: string): Block {
  return {
    kind: 'paragraph',
    pieces: [{ kind: 'text', text: printedSigns.unreadPart(part), tracked: untracked }],
    style: null,
    list: null,
    pageBreakBefore: false,
    mark: untracked,
    id: null,
  };
}

/** The HTML of a part; null for one that is none, nor text. */
function textOf(bytes: Uint8Array, part: string): string | null {
  const start = Buffer.from(bytes.subarray(0, 2_048)).toString('latin1');
  if (/^MIME-Version:|^From:|Content-Type:\s*multipart/im.test(start) && !/^\s*</.test(start)) {
    return htmlOfArchive(bytes);
  }
  if (start.startsWith('{\\rtf')) return null;
  const text = decoded(bytes, /charset\s*=\s*["']?([\w-]+)/i.exec(start)?.[1]);
  if (/<(?:html|body|table|p|div|!doctype)\b/i.test(text.slice(0, 20_000))) return text;
  if (!/\.(?:txt|html?|xhtml)$/i.test(part)) return null;
  return text
    .split(/\r\n|[\r\n]/)
    .map((line) => `<p>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`)
    .join('');
}
