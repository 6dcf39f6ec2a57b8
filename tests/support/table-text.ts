import { readTableText } from '../../main/word/reading/read-table-text.ts';
import { must } from './must.ts';

/** One report table as text: rows of cells of paragraphs, its heading row once and first. */
export type ReportTable = readonly (readonly (readonly string[])[])[];

/** The table of a Word file, put together again where it is broken into one table a page. */
export async function reportTableOf(bytes: Uint8Array): Promise<ReportTable> {
  const rows = must(await readTableText(bytes)).flatMap((table) => table.rows);
  const headings = rows.filter(({ heading }) => heading).map(({ cells }) => cells);
  const body = rows.filter(({ heading }) => !heading).map(({ cells }) => cells);
  return [...headings.slice(0, 1), ...body];
}
