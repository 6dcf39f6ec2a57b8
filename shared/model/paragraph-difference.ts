import type { ParagraphDifference } from './outline-difference.ts';
import type { OutlineParagraph } from './outline.ts';
import { sequenceDifference } from './sequence-difference.ts';
import { textDifference, type TextPiece } from './text-difference.ts';

/** Share of kept characters (kana of particles and endings aside) from which a paragraph counts as rewritten, not as another one. */
const likeness = 0.35;

/** Whole paragraphs first; neighbours that went and came are paired when they are alike. */
export function paragraphsDifference(
  before: readonly OutlineParagraph[],
  after: readonly OutlineParagraph[],
): ParagraphDifference[] {
  const same = (one: OutlineParagraph, other: OutlineParagraph): boolean =>
    one.text === other.text && one.kind === other.kind;
  const found: ParagraphDifference[] = [];
  let gone: OutlineParagraph[] = [];
  for (const { kind, from, to } of sequenceDifference(before, after, same)) {
    if (kind === 'removed') {
      gone = before.slice(from, to);
      continue;
    }
    if (kind === 'added') {
      found.push(...rewritten(gone, after.slice(from, to)));
    } else {
      found.push(...gone.map((paragraph) => wholeParagraph(paragraph, 'removed')));
      found.push(
        ...before.slice(from, to).map((paragraph): ParagraphDifference => ({
          kind: 'same',
          look: paragraph.kind,
          pieces: textDifference(paragraph.text, paragraph.text),
        })),
      );
    }
    gone = [];
  }
  return [...found, ...gone.map((paragraph) => wholeParagraph(paragraph, 'removed'))];
}

/** Pairs what went with what came, in order; what has no like stays whole. */
function rewritten(
  gone: readonly OutlineParagraph[],
  come: readonly OutlineParagraph[],
): ParagraphDifference[] {
  const found: ParagraphDifference[] = [];
  let next = 0;
  for (const paragraph of come) {
    const pairing = gone
      .slice(next)
      .map((old, offset) => ({ at: next + offset, pieces: piecesIfAlike(old, paragraph) }))
      .find(({ pieces }) => pieces !== null);
    if (pairing === undefined || pairing.pieces === null) {
      found.push(wholeParagraph(paragraph, 'added'));
      continue;
    }
    for (const left of gone.slice(next, pairing.at)) found.push(wholeParagraph(left, 'removed'));
    found.push({ kind: 'changed', look: paragraph.kind, pieces: pairing.pieces });
    next = pairing.at + 1;
  }
  return [...found, ...gone.slice(next).map((paragraph) => wholeParagraph(paragraph, 'removed'))];
}

function piecesIfAlike(before: OutlineParagraph, after: OutlineParagraph): readonly TextPiece[] | null {
  if (before.kind !== after.kind) return null;
  const pieces = textDifference(before.text, after.text);
  const kept = pieces.reduce((sum, { kind, text }) => sum + (kind === 'same' ? weight(text) : 0), 0);
  const longer = Math.max(weight(before.text), weight(after.text));
  return longer > 0 && kept / longer >= likeness ? pieces : null;
}

/** Characters that carry the meaning: particles and endings are alike in any two sentences. */
function weight(text: string): number {
  return text.match(/[^\p{Script=Hiragana}\p{P}\p{Z}]/gu)?.length ?? 0;
}

/** A paragraph that went or came as a whole. */
export function wholeParagraph(
  paragraph: OutlineParagraph,
  kind: 'removed' | 'added',
): ParagraphDifference {
  return {
    kind,
    look: paragraph.kind,
    pieces: paragraph.text === '' ? [] : [{ kind, text: paragraph.text }],
  };
}
