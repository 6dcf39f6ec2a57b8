import type { Aside, DocumentView, ViewBlock } from '../reading/view-blocks.ts';
import type { UnderstoodRow } from './understand-row.ts';
import type { Unplaced } from './understood-report.ts';

/**
 * What stands in the file and is no text of the report: hidden, struck through, or only asking for a text.
 *
 * Told once each, with its row where it stands in one; the same request for a text is told once for all fields.
 */
export function leftAsides(
  { body, margins, notes }: DocumentView,
  rows: readonly UnderstoodRow[],
): Unplaced[] {
  const left: Unplaced[] = [];
  const told = new Set<Aside>();
  const requests = new Set<string>();
  const tell = (aside: Aside, row: number | null, field: string | null): void => {
    const { text, why } = aside;
    if (told.has(aside)) return;
    told.add(aside);
    if (why === 'placeholder' && requests.has(text)) return;
    if (why === 'placeholder') requests.add(text);
    left.push({ row, field, text: text.trim(), why });
  };
  for (const [place, { row }] of rows.entries()) {
    for (const [column, lines] of row.lines) {
      const heading = column.fields[0] ?? (column.heading === '' ? null : column.heading.slice(0, 60));
      for (const { asides } of lines) for (const aside of asides) tell(aside, place + 1, heading);
    }
  }
  const around = [body, ...margins, ...notes.map(({ blocks }) => blocks)];
  for (const aside of around.flatMap(asidesIn)) tell(aside, null, null);
  return left;
}

function asidesIn(blocks: readonly ViewBlock[]): Aside[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [...block.asides];
    if (block.kind === 'text-box') return asidesIn(block.blocks);
    return block.rows.flatMap(({ cells }) => cells.flatMap((cell) => asidesIn(cell.blocks)));
  });
}
