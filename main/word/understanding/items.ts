import { closesBracket, depthAfter } from '../../../shared/reading/brackets.ts';
import { isLoneBullet, withoutBullet } from '../../../shared/reading/bullet.ts';
import { choiceOf } from './choices.ts';
import { hasText, type CellLine } from './cell-lines.ts';
import { endsSentence, joinHalves, opensInTheMiddle } from './sentences.ts';

/** One paragraph of a field: a bulleted item, or a line by itself, with the lines that it was broken into. */
export interface Item {
  readonly text: string;
  /** It opens with a bullet, typed or of a Word list. */
  readonly bulleted: boolean;
  readonly lines: readonly CellLine[];
}

export interface ItemOptions {
  /** Sentences may be put together again by where they end; phrases only where nothing else is possible. */
  readonly of: 'sentences' | 'phrases';
  /** Lines with which a row on the next page carries on. */
  readonly carriedOn?: ReadonlySet<CellLine>;
  /** Lines that stand by themselves, whatever is around them. */
  readonly apart?: (text: string) => boolean;
}

/**
 * The items of a cell's lines.
 *
 * A line without a bullet is the rest of the one before only when that one is not at its end and the
 * layout says so; in doubt it stays a paragraph of its own. No text is left out.
 */
export function itemsOf(lines: readonly CellLine[], options: ItemOptions): Item[] {
  const read = readLines(lines);
  const items: OpenItem[] = [];
  const widest = read.reduce((most, { width }) => Math.max(most, width), 0);
  for (const line of read) {
    const last = items.at(-1);
    if (last !== undefined && goesOn(last, line, widest, options)) last.add(line);
    else items.push(new OpenItem(line));
  }
  return items.map((item) => item.value());
}

interface ReadLine {
  readonly line: CellLine;
  readonly text: string;
  readonly bulleted: boolean;
  readonly indented: boolean;
  /** Characters, with the bullet. */
  readonly width: number;
  /** An empty line stands before it. */
  readonly afterGap: boolean;
  /** It, or a line that only it separates from its end, ends a sentence. */
  readonly reachesEnd: boolean;
}

function readLines(lines: readonly CellLine[]): ReadLine[] {
  const keepNumbers = !numbersCount(lines);
  const read: ReadLine[] = [];
  let gap = false;
  let depth = 0;
  for (const line of lines) {
    if (!hasText(line) || isLoneBullet(line.text)) {
      gap ||= line.opensParagraph;
      continue;
    }
    const bullet = bulletOf(line.text);
    // Inside brackets what looks like a bullet is a point between names: (北部・南部 and ・中部).
    const inside = depth > 0 && line.list === null && closesBracket(bullet.text);
    const bulleted = !inside && (bullet.mark !== '' || line.list !== null);
    const text = inside || (bullet.number !== null && keepNumbers) ? line.text.trim() : bullet.text;
    depth = depthAfter(text, bulleted ? 0 : depth);
    read.push({
      line,
      text,
      bulleted,
      indented: /^\s/.test(line.text),
      width: line.text.trim().length,
      afterGap: gap,
      reachesEnd: false,
    });
    gap = false;
  }
  return withEnds(read);
}

/** A line of boxes to tick opens with none that is a bullet. */
function bulletOf(text: string): ReturnType<typeof withoutBullet> {
  return choiceOf(text) === null ? withoutBullet(text) : { mark: '', text: text.trim(), number: null };
}

/** Tells each line whether a sentence ends before the next item begins; from the last line up. */
function withEnds(lines: readonly ReadLine[]): ReadLine[] {
  let reaches = false;
  return lines
    .toReversed()
    .map((line) => {
      reaches = endsSentence(line.text) || reaches;
      const told = { ...line, reachesEnd: reaches };
      if (line.bulleted || line.afterGap) reaches = false;
      return told;
    })
    .toReversed();
}

/**
 * Numbers are bullets where they only count the items, 1, 2, 3. Where the cell's own words name one
 * (「①については」), where numbers jump, or where other bullets stand beside them, they are text.
 */
function numbersCount(lines: readonly CellLine[]): boolean {
  const bullets = lines.filter(hasText).map(({ text }) => bulletOf(text));
  const marked = bullets.filter(({ mark }) => mark !== '');
  if (!marked.every(({ number }, index) => number === index + 1)) return false;
  const marks = new Set(marked.map(({ mark }) => mark));
  return !bullets.some(({ text }) => namesMark(text, marks));
}

/** Whether `text` names one of the marks; looked for by what a mark can look like, in one pass. */
function namesMark(text: string, marks: ReadonlySet<string>): boolean {
  for (const [found] of text.matchAll(/[①-⑳㉑-㉟⑴-⒇⒈-⒛]|[(（][0-9０-９]{1,2}[)）]/g)) {
    if (marks.has(found)) return true;
  }
  return false;
}

/** A line that somebody broke by hand is about as wide as its cell, and not just a word or two. */
const shortestBroken = 10;
const broken = 0.75;

function goesOn(
  last: OpenItem,
  { line, text, bulleted, indented, afterGap, reachesEnd }: ReadLine,
  widest: number,
  { of, carriedOn, apart }: ItemOptions,
): boolean {
  if (bulleted || apart?.(text) === true) return false;
  if (opensInTheMiddle(text) || (last.depth > 0 && closesBracket(text))) return true;
  if (afterGap || last.ended || (!last.bulleted && apart?.(last.last) === true)) return false;
  if (carriedOn?.has(line) === true) return last.bulleted;
  if (of === 'phrases' || !reachesEnd) return false;
  if (last.bulleted && indented) return true;
  const full = last.width >= shortestBroken && last.width >= widest * broken;
  return full && (last.bulleted || !line.opensParagraph);
}

class OpenItem {
  readonly bulleted: boolean;
  readonly #lines: CellLine[] = [];
  readonly #texts: string[] = [];
  depth = 0;
  /** Of its last line, with the bullet. */
  width = 0;

  constructor(line: ReadLine) {
    this.bulleted = line.bulleted;
    this.add(line);
  }

  /** The text of its last line. */
  get last(): string {
    return this.#texts.at(-1) ?? '';
  }

  /** Its last line ends a sentence. */
  get ended(): boolean {
    return endsSentence(this.last);
  }

  add({ line, text, width }: ReadLine): void {
    this.#lines.push(line);
    this.#texts.push(text);
    this.depth = depthAfter(text, this.depth);
    this.width = width;
  }

  value(): Item {
    return {
      text: this.#texts.reduce(joinHalves),
      bulleted: this.bulleted,
      lines: this.#lines,
    };
  }
}
