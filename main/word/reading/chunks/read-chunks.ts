import { success, type Result } from '../../../../shared/result.ts';
import type { PackageParts } from '../read-package.ts';
import type { Relationship, Relationships } from '../relationships.ts';
import { printedSigns } from '../../../../shared/words/printed-signs.ts';
import { untracked, type Block, type WordDocument, type WordNote } from '../word-document.ts';
import type { WordFailure } from '../word-failure.ts';
import type { XmlBudget } from '../xml-budget.ts';
import { decoded } from './decoded.ts';
import { htmlBlocks } from './html-blocks.ts';
import { htmlOfArchive } from './web-archive.ts';

/** More parts of other kinds than this no report has; the rest is left aside. */
export const mostChunks = 10;

/** The parts of other kinds that the document holds (`w:altChunk`, ECMA-376 17.17.2): Word shows what is in them. */
export function chunksOf({ inside }: Relationships): readonly Relationship[] {
  return inside.filter(({ type }) => type === 'aFChunk').slice(0, mostChunks);
}

/** What the parts of other kinds bring into the document. */
export interface Chunks {
  /** By the relationship that names each part. */
  readonly blocks: ReadonlyMap<string, readonly Block[]>;
  /** Footnotes and endnotes of Word files among them. */
  readonly notes: readonly WordNote[];
  /** One of these holds changes that are neither accepted nor rejected. */
  readonly hasTrackedChanges: boolean;
}

/** What those parts say: HTML, a web archive, text, or a Word file. One that can't be read is named by its kind. */
export async function readChunks(
  own: Relationships,
  parts: PackageParts,
  budget: XmlBudget,
  readWord: (bytes: Uint8Array) => Promise<Result<WordDocument, WordFailure>>,
): Promise<Result<Chunks, WordFailure>> {
  const chunks = new Map<string, readonly Block[]>();
  const files: WordDocument[] = [];
  for (const { id, part } of chunksOf(own)) {
    const bytes = parts.get(part);
    if (bytes === undefined || bytes.length === 0) continue;
    if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
      const read = await readWord(bytes);
      // What is inside a file counts with it.
      if (!read.ok && /-too-large$/.test(read.failure.code)) return read;
      chunks.set(id, read.ok ? read.value.body : [unread('word')]);
      if (read.ok) files.push(read.value);
      continue;
    }
    const text = textOf(bytes, part);
    if (text === null) {
      chunks.set(id, [unread(isRichText(bytes) ? 'rich-text' : 'other')]);
      continue;
    }
    const blocks = htmlBlocks(text, part, budget);
    if (!blocks.ok) return blocks;
    chunks.set(id, blocks.value);
  }
  return success({
    blocks: chunks,
    // Numbers of notes count in each file anew.
    notes: files.flatMap(({ notes }, file) =>
      notes.map(({ id, blocks }) => ({ id: `${file}/${id}`, blocks })),
    ),
    hasTrackedChanges: files.some((file) => file.hasTrackedChanges),
  });
}

function isRichText(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 64)).toString('latin1').trimStart().startsWith('{\\rtf');
}

/** What stands for a part that says something that we can't read: a person is to hear of it. */
function unread(kind: Parameters<typeof printedSigns.unreadPart>[0]): Block {
  return {
    kind: 'paragraph',
    pieces: [{ kind: 'text', text: printedSigns.unreadPart(kind), tracked: untracked }],
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
  if (isRichText(bytes)) return null;
  const text = decoded(bytes, /charset\s*=\s*["']?([\w-]+)/i.exec(start)?.[1]);
  if (/<(?:html|body|table|p|div|!doctype)\b/i.test(text.slice(0, 20_000))) return text;
  if (!/\.(?:txt|html?|xhtml)$/i.test(part)) return null;
  return text
    .split(/\r\n|[\r\n]/)
    .map((line) => `<p>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`)
    .join('');
}
