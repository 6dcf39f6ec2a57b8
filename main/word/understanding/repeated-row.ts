import { hasText, type CellLine } from './cell-lines.ts';

/** What a writer adds to a title that stands again on the next page. */
const goingOn = /[\s(（［[〔【]*(?:つづき|続き|続)[)）］\]〕】]*/gu;

/** What a row says of itself before its content, and which of its columns hold content. */
export interface RowHead {
  readonly number: readonly CellLine[];
  readonly title: readonly CellLine[];
  /** For each column of content whether it says anything, in the order of the table. */
  readonly filled: readonly boolean[];
}

/**
 * True for a row that only goes on with the one above, over whose pages its writer put number and title
 * twice. Two whole rows are never one, even under the same title.
 */
export function repeatsHead(above: RowHead, row: RowHead): boolean {
  const [title, again] = [textOf(above.title), textOf(row.title)];
  if (again === '' || textOf(above.number) !== textOf(row.number)) return false;
  const marked = again.replace(goingOn, '');
  if (marked !== title.replace(goingOn, '')) return false;
  const rest = row.filled.some((filled, at) => !filled && above.filled[at] === true);
  const told = marked !== again;
  return told || (rest && textOf(row.number) !== '');
}

function textOf(lines: readonly CellLine[]): string {
  return lines
    .filter(hasText)
    .map(({ text }) => text.normalize('NFKC').replace(/\s+/g, ''))
    .join('');
}
