import { sequenceDifference } from '../sequence-difference.ts';

/** What came of merging two changes of one list of paragraphs. */
export interface MergedParagraphs {
  readonly paragraphs: readonly string[];
  /** Both sides changed the same item differently; there `paragraphs` holds the preferred side's. */
  readonly conflict: boolean;
}

/**
 * Merges what two sides made of a field, item by item; an item is never cut.
 *
 * A paragraph as it is stored is an item; where bullets are printed, an item is a bullet with the lines that
 * belong to it. Items that both sides put in at one place stand one after the other, ours first. Classic three-way merging, but changes that only touch do not clash.
 */
export function mergeParagraphs(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
  prefer: 'ours' | 'theirs' = 'ours',
): MergedParagraphs {
  const printed = [base, ours, theirs].some((side) => side.some(opensItem));
  const items = itemsOf(base, printed);
  const [own, other] = [hunksOf(items, itemsOf(ours, printed)), hunksOf(items, itemsOf(theirs, printed))];
  const merged: string[] = [];
  let conflict = false;
  let at = 0;
  let [nextOwn, nextOther] = [0, 0];
  const copyTo = (to: number): void => {
    merged.push(...items.slice(at, to).flat());
    at = Math.max(at, to);
  };
  while (nextOwn < own.length || nextOther < other.length) {
    const one = own[nextOwn];
    const two = other[nextOther];
    if (one === undefined || two === undefined || !clash(one, two)) {
      const first = two === undefined || (one !== undefined && isBefore(one, two)) ? one : two;
      if (first === undefined) break;
      if (first === one) nextOwn += 1;
      else nextOther += 1;
      copyTo(first.from);
      merged.push(...first.now.flat());
      at = Math.max(at, first.to);
      continue;
    }
    // All changes that hang together through overlaps are decided as one.
    const cluster = { own: [one], other: [two] };
    nextOwn += 1;
    nextOther += 1;
    for (;;) {
      const end = Math.max(...[...cluster.own, ...cluster.other].map(({ to }) => to));
      const [more, moreOther] = [own[nextOwn], other[nextOther]];
      if (more !== undefined && more.from < end) {
        cluster.own.push(more);
        nextOwn += 1;
      } else if (moreOther !== undefined && moreOther.from < end) {
        cluster.other.push(moreOther);
        nextOther += 1;
      } else break;
    }
    const from = Math.min(...[...cluster.own, ...cluster.other].map((hunk) => hunk.from));
    const to = Math.max(...[...cluster.own, ...cluster.other].map((hunk) => hunk.to));
    copyTo(from);
    const [ownText, otherText] = [
      spell(items, cluster.own, from, to),
      spell(items, cluster.other, from, to),
    ];
    const same = ownText.join('\n') === otherText.join('\n');
    conflict ||= !same;
    merged.push(...(same || prefer === 'ours' ? ownText : otherText));
    at = to;
  }
  copyTo(items.length);
  return { paragraphs: merged, conflict };
}

function opensItem(paragraph: string): boolean {
  return paragraph.startsWith('・');
}

/** Each paragraph; of printed ones, a bullet with the lines below it that open with none. */
function itemsOf(paragraphs: readonly string[], printed: boolean): string[][] {
  if (!printed) return paragraphs.map((paragraph) => [paragraph]);
  const items: string[][] = [];
  for (const paragraph of paragraphs) {
    const last = items.at(-1);
    if (last === undefined || opensItem(paragraph)) items.push([paragraph]);
    else last.push(paragraph);
  }
  return items;
}

interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly now: readonly (readonly string[])[];
}

function hunksOf(before: readonly string[][], after: readonly string[][]): Hunk[] {
  const same = (one: readonly string[], other: readonly string[]): boolean =>
    one.join('\n') === other.join('\n');
  const hunks: Hunk[] = [];
  let gone: { from: number; to: number } | null = null;
  let place = 0;
  const flush = (now: readonly string[][]): void => {
    const [from, to] = gone === null ? [place, place] : [gone.from, gone.to];
    if (now.length === to - from) {
      now.forEach((item, index) => hunks.push({ from: from + index, to: from + index + 1, now: [item] }));
    } else hunks.push({ from, to, now });
    gone = null;
  };
  for (const { kind, from, to } of sequenceDifference(before, after, same)) {
    if (kind === 'removed') {
      gone = { from, to };
      place = to;
    } else if (kind === 'added') flush(after.slice(from, to));
    else {
      if (gone !== null) flush([]);
      place = to;
    }
  }
  if (gone !== null) flush([]);
  return hunks;
}

function clash(one: Hunk, two: Hunk): boolean {
  if (one.from === one.to && two.from === two.to) {
    // Two additions at one place stand side by side, unless they are the same.
    return one.from === two.from && one.now.flat().join('\n') === two.now.flat().join('\n');
  }
  return one.from < two.to && two.from < one.to;
}

function isBefore(one: Hunk, two: Hunk): boolean {
  return one.from !== two.from ? one.from < two.from : one.to <= two.to;
}

function spell(
  items: readonly (readonly string[])[],
  hunks: readonly Hunk[],
  from: number,
  to: number,
): string[] {
  const texts: string[] = [];
  let at = from;
  for (const hunk of hunks) {
    texts.push(...items.slice(at, hunk.from).flat(), ...hunk.now.flat());
    at = hunk.to;
  }
  return [...texts, ...items.slice(at, to).flat()];
}
