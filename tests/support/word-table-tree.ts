import { SaxesParser } from 'saxes';
import { readPackageParts } from '../../main/word/reading/read-package.ts';
import { must } from './must.ts';

/** What a Word file that this program wrote has on its page: paragraphs and one table. */
export interface PlainWord {
  /** Paragraphs over the table. */
  readonly above: readonly string[];
  readonly rows: readonly PlainWordRow[];
}

export interface PlainWordRow {
  readonly isHeading: boolean;
  /** Cells of paragraphs. */
  readonly cells: readonly (readonly string[])[];
}

/** Reads the file's own XML, with nothing of the program's understanding of it. */
export async function plainWord(bytes: Uint8Array): Promise<PlainWord> {
  const document = must(await readPackageParts(bytes)).get('word/document.xml');
  if (document === undefined) throw new Error('the Word file has no document');
  const above: string[] = [];
  const rows: { isHeading: boolean; cells: string[][] }[] = [];
  let paragraph: string | null = null;
  let inText = false;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
    if (name === 'w:tr') rows.push({ isHeading: false, cells: [] });
    const row = rows.at(-1);
    if (name === 'w:tblHeader' && row !== undefined) row.isHeading = true;
    if (name === 'w:tc') row?.cells.push([]);
    if (name === 'w:p') paragraph = '';
    inText = name === 'w:t';
  });
  parser.on('text', (text) => {
    if (inText && paragraph !== null) paragraph += text;
  });
  parser.on('closetag', ({ name }) => {
    inText = false;
    if (name !== 'w:p') return;
    const cell = rows.at(-1)?.cells.at(-1);
    if (rows.length === 0) above.push(paragraph ?? '');
    else cell?.push(paragraph ?? '');
    paragraph = null;
  });
  parser.write(new TextDecoder().decode(document)).close();
  return { above, rows };
}
