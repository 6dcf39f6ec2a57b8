import { failed, success, type Result } from '../../../shared/result.ts';
import { readPackageParts } from './read-package.ts';
import { readXml } from './read-xml.ts';
import { XmlBudget } from './xml-budget.ts';
import { isOn } from './on-off.ts';
import type { WordFailure } from './word-failure.ts';

const documentPart = 'word/document.xml';

/** A table as text: rows, their cells, the paragraphs in them. */
export interface TextTable {
  readonly rows: readonly TextRow[];
}

export interface TextRow {
  /** The row is one that stands again on each page. */
  readonly heading: boolean;
  readonly cells: readonly (readonly string[])[];
}

/** The text of each table of a Word file, in document order; a table inside a cell comes after its own cell's text. */
export async function readTableText(bytes: Uint8Array): Promise<Result<TextTable[], WordFailure>> {
  const parts = await readPackageParts(bytes, (name) => name === documentPart);
  if (!parts.ok) return parts;
  const document = parts.value.get(documentPart);
  if (document === undefined) return failed({ code: 'part-missing', part: documentPart });
  return tablesIn(document, new XmlBudget(bytes.length));
}

interface OpenTable {
  readonly rows: OpenRow[];
}

interface OpenRow {
  heading: boolean;
  readonly cells: string[][];
}

function tablesIn(document: Uint8Array, budget: XmlBudget): Result<TextTable[], WordFailure> {
  const tables: OpenTable[] = [];
  const open: OpenTable[] = [];
  let inText = false;
  const row = () => open.at(-1)?.rows.at(-1);
  const cell = () => row()?.cells.at(-1);
  const append = (text: string) => {
    const paragraphs = cell();
    if (paragraphs !== undefined && paragraphs.length > 0)
      paragraphs.push(`${paragraphs.pop() ?? ''}${text}`);
  };
  const read = readXml(
    document,
    documentPart,
    {
      open: (name, attributes) => {
        switch (name) {
          case 'w:tbl': {
            const table: OpenTable = { rows: [] };
            tables.push(table);
            open.push(table);
            break;
          }
          case 'w:tr':
            open.at(-1)?.rows.push({ heading: false, cells: [] });
            break;
          case 'w:tblHeader': {
            const current = row();
            if (current !== undefined) current.heading = isOn(attributes['w:val']);
            break;
          }
          case 'w:tc':
            row()?.cells.push([]);
            break;
          case 'w:p':
            cell()?.push('');
            break;
          case 'w:t':
            inText = true;
            break;
          case 'w:br':
            append('\n');
            break;
          case 'w:tab':
            append('\t');
            break;
        }
      },
      close: (name) => {
        if (name === 'w:tbl') open.pop();
        if (name === 'w:t') inText = false;
      },
      text: (text) => {
        if (inText) append(text);
      },
    },
    budget,
  );
  return read.ok ? success(tables) : read;
}
