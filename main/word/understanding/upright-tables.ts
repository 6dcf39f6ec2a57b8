import type { ViewBlock, ViewCell, ViewRow, ViewTable } from '../reading/view-blocks.ts';
import { hasText, linesOf } from './cell-lines.ts';
import { fieldsInHeading, type ColumnField } from './field-names.ts';
import type { ReportColumn } from './report-column.ts';

/** One initiative of a table whose headings stand beside their cells, as a row under headings. */
export interface UprightRow {
  readonly row: ViewRow;
  readonly columns: readonly ReportColumn[];
}

/** Longer cells are no headings. */
const longestHeading = 40;
/** So many fields, the title among them, make such a table a report's. */
const least = 3;

interface Named {
  readonly heading: string;
  readonly fields: readonly ColumnField[];
}

interface Pair extends Named {
  readonly blocks: ViewBlock[];
  readonly cell: ViewCell;
  readonly row: ViewRow;
}

/** The initiatives of a table in which each heading stands left of what it is for; null for any other table. */
export function uprightRows({ rows }: ViewTable): UprightRow[] | null {
  const initiatives: Pair[][] = [];
  let open: Pair[] = [];
  for (const pair of pairsOf(rows)) {
    if (pair.fields.includes('title') && open.some(({ fields }) => fields.includes('title'))) open = [];
    if (open.length === 0) initiatives.push(open);
    open.push(pair);
  }
  const [first = []] = initiatives;
  const fields = new Set(first.flatMap((pair) => pair.fields));
  return fields.size >= least && fields.has('title') ? initiatives.map(rowOf) : null;
}

function pairsOf(rows: readonly ViewRow[]): Pair[] {
  const pairs: Pair[] = [];
  for (const row of rows) {
    let heading: Named | null = null;
    for (const cell of row.cells) {
      const found: Named | null = heading === null ? headingOf(cell) : null;
      if (found !== null) {
        heading = found;
        continue;
      }
      const last = pairs.at(-1);
      const goesOn = heading === null && row.cells[0]?.merge === 'continued' && last !== undefined;
      if (goesOn) last.blocks.push(...cell.blocks);
      else if (heading !== null || saysAnything(cell)) {
        pairs.push({ heading: '', fields: [], ...heading, blocks: [...cell.blocks], cell, row });
      }
      heading = null;
    }
    // A heading with nothing beside it is text like any other.
    const alone = row.cells.at(-1);
    if (heading !== null && alone !== undefined) {
      pairs.push({ heading: '', fields: [], blocks: [...alone.blocks], cell: alone, row });
    }
  }
  return pairs;
}

function headingOf({ blocks, merge }: ViewCell): Named | null {
  if (merge === 'continued') return null;
  const heading = linesOf(blocks)
    .filter(hasText)
    .map(({ text }) => text.trim())
    .join('');
  if (heading === '' || heading.length > longestHeading) return null;
  const { fields, share } = fieldsInHeading(heading);
  return share >= 0.5 && fields.length > 0 ? { heading, fields } : null;
}

function saysAnything({ blocks }: ViewCell): boolean {
  return linesOf(blocks).some(hasText);
}

function rowOf(pairs: readonly Pair[]): UprightRow {
  return {
    columns: pairs.map(({ heading, fields }, at) => ({ from: at, to: at + 1, heading, fields })),
    row: {
      heading: false,
      source: (pairs[0] as Pair).row.source,
      cells: pairs.map(({ blocks, cell }, at) => ({
        blocks,
        column: at,
        span: 1,
        merge: 'none',
        source: cell.source,
      })),
    },
  };
}
