import type { Outline } from '../../../shared/model/outline.ts';
import { printedSigns } from '../../../shared/words/printed-signs.ts';
import type { WordDocument } from '../reading/word-document.ts';
import { paragraphsAs } from './marked-atom.ts';
import { firstAuthor } from './marked-authors.ts';
import { textOf } from './marked-comments.ts';
import { withMarksByHand, type Told } from './marks-by-hand.ts';
import type { AroundParagraph, HeadingRow } from './marked-table.ts';
import type { Unplaced } from './marked-unplaced.ts';

/**
 * Title and head line come from the report's heading; what else stands around the table is shown, but for lines of the
 * `cover` that say what the program wrote.
 */
export function aroundChanges(
  around: readonly AroundParagraph[],
  base: Outline,
  cover: readonly string[] = [],
): Unplaced[] {
  const unseen: Told[] = [];
  const texts = around
    .map(({ atoms }) => {
      const { atoms: marked, told } = withMarksByHand(atoms, [base.title, base.headLine]);
      unseen.push(...told);
      return {
        text: paragraphsAs(marked, 'accepted').join(''),
        original: paragraphsAs(marked, 'original').join(''),
        author: firstAuthor(marked),
      };
    })
    .filter(({ text, original }) => text !== '' || original !== '')
    .filter(({ text }) => !isOfCover(text, cover));
  const found: Unplaced[] = [];
  const heading = [
    { field: 'reportTitle', text: base.title },
    { field: 'headLine', text: base.headLine },
  ].filter(({ text }) => text !== '');
  const rest = [...texts];
  for (const { field, text } of heading) {
    const at = rest.findIndex((candidate) => candidate.text === text);
    if (at >= 0) {
      rest.splice(at, 1);
      continue;
    }
    const changed = rest.findIndex(({ original }) => original === text);
    const [said] = rest.splice(Math.max(0, changed), rest.length > 0 ? 1 : 0);
    found.push({ row: null, field, text: said?.text ?? '', why: 'heading', author: said?.author ?? null });
  }
  return [
    ...found,
    ...rest
      .filter(({ text }) => text !== '')
      .map(({ text, author }) => ({
        row: null,
        field: null,
        text,
        why: 'outside-the-table' as const,
        author,
      })),
    ...unseen.map((told) => ({ row: null, field: null, ...told })),
  ];
}

/** Whether a line says what one of the cover does; spaces count for nothing, since programs on the way change them. */
export function isOfCover(text: string, cover: readonly string[]): boolean {
  const bare = (line: string): string => line.replaceAll(/\s+/gu, '');
  return cover.some((line) => bare(line) === bare(text));
}

/** The form says what stands over the columns: a change of it is told, once for all pages. */
export function headingChanges(rows: readonly HeadingRow[], { columns }: Outline): Unplaced[] {
  const printed = columns.flatMap(({ heading }) => heading).join('');
  const told = new Map<string, Unplaced>();
  for (const { atoms: marked } of rows) {
    const { atoms } = withMarksByHand(
      marked,
      columns.flatMap(({ heading }) => heading),
    );
    const texts = paragraphsAs(atoms, 'accepted');
    const text = texts.join(' ');
    if (texts.join('') === printed || told.has(text)) continue;
    told.set(text, { row: null, field: 'columns', text, why: 'label', author: firstAuthor(atoms) });
  }
  return [...told.values()];
}

/** What was written into headers, footers and notes, and drawn anywhere: an exported file has none. */
export function asideTexts({ margins, notes, leftAside }: WordDocument): Unplaced[] {
  const texts = [...margins, ...notes.map(({ blocks }) => blocks)]
    .map((blocks) => textOf(blocks))
    .filter((text) => text !== '')
    .map((text) => ({ row: null, field: null, text, why: 'outside-the-table' as const, author: null }));
  if (leftAside.drawings === 0) return texts;
  const drawn = { row: null, field: null, text: printedSigns.drawings(leftAside.drawings), author: null };
  return [...texts, { ...drawn, why: 'drawing' }];
}
