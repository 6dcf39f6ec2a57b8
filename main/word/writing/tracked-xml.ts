import type { ParagraphDifference, PartDifference } from '../../../shared/model/outline-difference.ts';
import type { TextPiece } from '../../../shared/model/text-difference.ts';
import { paragraphStart, runXml } from './paragraph-xml.ts';
import { styleIds, styleOfKind } from './paragraph-styles.ts';
import { clockTime, inSeconds } from '../reading/word-time.ts';
import { xmlText } from './xml-text.ts';

type Change = 'added' | 'removed';

/**
 * Writes differences as tracked changes (ECMA-376 17.13.5), for Word to accept or reject.
 *
 * What needs care is the end of a paragraph: a tracked end belongs to the text before it, and the last
 * end of a cell that stays can't be tracked. So where a field's last paragraph came or went, the ends move up by one.
 */
export class TrackedXml {
  readonly #who: string;
  #changes = 0;

  /** `at` is an ISO 8601 time. */
  constructor(author: string, at: string) {
    const moment = new Date(at);
    this.#who =
      `w:author="${xmlText(author)}" w:date="${clockTime(moment)}"` +
      ` w16du:dateUtc="${inSeconds(moment)}"`;
  }

  runs(pieces: readonly TextPiece[]): string {
    return pieces.map((piece) => this.#run(piece)).join('');
  }

  /** What the row's properties say of a row that came or went as a whole. */
  rowMark(kind: Change): string {
    return this.#mark(kind);
  }

  /** The paragraphs of one field; of a row that came or went as a whole (`row`) all ends are tracked, as Word does. */
  part({ field, paragraphs }: PartDifference, row: Change | null): string {
    const ordered = withAnAnchor(paragraphs);
    const ends = row === null ? endsOf(ordered) : ordered.map(() => row);
    return ordered
      .map((paragraph, index) => {
        const style = field === 'number' ? styleIds.number : styleOfKind[paragraph.look];
        const end = ends[index] ?? null;
        const mark = end === null ? '' : this.#mark(end);
        return `${paragraphStart(style, mark)}${this.runs(paragraph.pieces)}</w:p>`;
      })
      .join('');
  }

  #run({ kind, text }: TextPiece): string {
    switch (kind) {
      case 'same':
        return runXml(text);
      case 'added':
        return `<w:ins ${this.#attributes()}>${runXml(text)}</w:ins>`;
      case 'removed':
        return `<w:del ${this.#attributes()}>${runXml(text, 'w:delText')}</w:del>`;
    }
  }

  #mark(kind: Change): string {
    return `<w:${kind === 'added' ? 'ins' : 'del'} ${this.#attributes()}/>`;
  }

  #attributes(): string {
    this.#changes += 1;
    return `w:id="${this.#changes}" ${this.#who}`;
  }
}

/**
 * Makes sure that one paragraph is there before and after: where all of a field's paragraphs came or
 * went, the first that went and the first that came share one.
 */
function withAnAnchor(paragraphs: readonly ParagraphDifference[]): readonly ParagraphDifference[] {
  if (paragraphs.some(({ kind }) => kind === 'same' || kind === 'changed')) return paragraphs;
  const gone = paragraphs.find(({ kind }) => kind === 'removed');
  const come = paragraphs.find(({ kind }) => kind === 'added');
  if (gone === undefined || come === undefined) return paragraphs;
  const anchor: ParagraphDifference = {
    kind: 'changed',
    look: come.look,
    pieces: [...gone.pieces, ...come.pieces],
  };
  return [anchor, ...paragraphs.filter((paragraph) => paragraph !== gone && paragraph !== come)];
}

/** What became of each paragraph's end; null for one that stays. */
function endsOf(paragraphs: readonly ParagraphDifference[]): (Change | null)[] {
  const own = paragraphs.map(({ kind }) => (kind === 'added' || kind === 'removed' ? kind : null));
  const anchor = own.lastIndexOf(null);
  // A cell keeps one paragraph, whatever it says.
  if (anchor === -1) return own.map((kind, index) => (index === own.length - 1 ? null : kind));
  return [...own.slice(0, anchor), ...own.slice(anchor + 1), null];
}
