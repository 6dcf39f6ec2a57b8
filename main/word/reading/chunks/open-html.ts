import { untracked, type Block, type Cell, type Obscured, type Piece, type Row } from '../word-document.ts';

/** Elements that begin and end a line. */
const lines =
  /^(?:p|div|li|ul|ol|dl|dt|dd|h[1-6]|blockquote|section|article|header|footer|body|html|center|pre|tbody|thead|tfoot|caption|form|figure|hr)$/;
const mostColumns = 63;
const mostTables = 64;

interface OpenTable {
  readonly rows: { cells: Cell[]; heading: boolean }[];
  /** Cells of rows above that reach down: by their first column how many columns, and rows still to come. */
  readonly reaching: Map<number, { span: number; rows: number }>;
  cell: { readonly blocks: Block[]; readonly span: number; readonly merge: Cell['merge'] } | null;
  column: number;
}

/** Blocks of a page of HTML while it is being read. */
export class HtmlBlocks {
  readonly #body: Block[] = [];
  readonly #tables: OpenTable[] = [];
  #pieces: Piece[] = [];
  /** Open elements that strike their text through or hide it, with how many stand in each. */
  readonly #looks: { readonly element: string; readonly obscured: Obscured | null }[] = [];

  text(text: string): void {
    const table = this.#tables.at(-1);
    // Between the cells of a table stands layout.
    if (table !== undefined && table.cell === null) return;
    const shown = text.replace(/[ \t\r\n\f]+/g, ' ');
    if (shown.trim() === '' && this.#pieces.length === 0) return;
    const obscured = this.#looks.findLast((look) => look.obscured !== null)?.obscured ?? null;
    this.#pieces.push({
      kind: 'text',
      text: this.#pieces.length === 0 ? shown.replace(/^ /, '') : shown,
      tracked: untracked,
      ...(obscured === null ? {} : { obscured }),
    });
  }

  open(element: string, tag: string): void {
    if (element === 'br') this.#pieces.push({ kind: 'break', what: 'line', tracked: untracked });
    else if (element === 'table') this.#openTable();
    else if (element === 'tr') this.#openRow();
    else if (element === 'td' || element === 'th') this.#openCell(tag);
    else if (lines.test(element)) this.#endLine();
    const obscured = lookOf(element, tag);
    if (obscured !== null && !/\/>$/.test(tag)) this.#looks.push({ element, obscured });
    else if (this.#looks.some((look) => look.element === element)) {
      this.#looks.push({ element, obscured: null });
    }
  }

  close(element: string): void {
    if (element === 'table') this.#closeTable();
    else if (element === 'tr') this.#closeRow();
    else if (element === 'td' || element === 'th') this.#closeCell();
    else if (lines.test(element)) this.#endLine();
    const at = this.#looks.findLastIndex((look) => look.element === element);
    if (at >= 0) this.#looks.splice(at, 1);
  }

  value(): readonly Block[] {
    while (this.#tables.length > 0) this.#closeTable();
    this.#endLine();
    return this.#body;
  }

  get #blocks(): Block[] | null {
    const table = this.#tables.at(-1);
    return table === undefined ? this.#body : (table.cell?.blocks ?? null);
  }

  #endLine(): void {
    if (this.#pieces.length === 0) return;
    this.#blocks?.push({
      kind: 'paragraph',
      pieces: this.#pieces,
      style: null,
      list: null,
      pageBreakBefore: false,
      mark: untracked,
      id: null,
    });
    this.#pieces = [];
  }

  #openTable(): void {
    this.#endLine();
    if (this.#tables.length < mostTables) {
      this.#tables.push({ rows: [], reaching: new Map(), cell: null, column: 0 });
    }
  }

  #closeTable(): void {
    this.#closeRow();
    const table = this.#tables.pop();
    if (table === undefined) return;
    const rows: Row[] = table.rows.map((row) => ({ ...row, hidden: false, tracked: untracked }));
    this.#blocks?.push({ kind: 'table', rows });
  }

  #openRow(): void {
    this.#closeRow();
    const table = this.#tables.at(-1);
    if (table === undefined) return;
    table.rows.push({ cells: [], heading: false });
    table.column = 0;
  }

  #closeRow(): void {
    this.#closeCell();
    const table = this.#tables.at(-1);
    if (table !== undefined && table.rows.length > 0) this.#reachDown(table, true);
  }

  #openCell(tag: string): void {
    this.#closeCell();
    const table = this.#tables.at(-1);
    if (table === undefined) return;
    if (table.rows.length === 0) this.#openRow();
    this.#reachDown(table, false);
    const span = Math.min(numberIn(tag, 'colspan'), mostColumns);
    const rows = numberIn(tag, 'rowspan');
    if (rows > 1) table.reaching.set(table.column, { span, rows: rows - 1 });
    table.cell = { blocks: [], span, merge: rows > 1 ? 'start' : 'none' };
  }

  #closeCell(): void {
    this.#endLine();
    const table = this.#tables.at(-1);
    if (table?.cell === null || table === undefined) return;
    const { blocks, span, merge } = table.cell;
    table.rows.at(-1)?.cells.push({ blocks, column: table.column, span, merge, tracked: untracked });
    table.column += span;
    table.cell = null;
  }

  /** Cells of rows above that reach down to where the next cell would stand, or anywhere to the row's end. */
  #reachDown(table: OpenTable, toEnd: boolean): void {
    for (;;) {
      const ahead = [...table.reaching.keys()].filter((column) => column >= table.column);
      const column = toEnd ? Math.min(...ahead) : table.column;
      const reaching = table.reaching.get(column);
      if (reaching === undefined) return;
      const { span, rows } = reaching;
      table.rows.at(-1)?.cells.push({ blocks: [], column, span, merge: 'continued', tracked: untracked });
      table.column = column + span;
      if (rows === 1) table.reaching.delete(column);
      else table.reaching.set(column, { span, rows: rows - 1 });
    }
  }
}

function lookOf(element: string, tag: string): Obscured | null {
  if (/^(?:s|strike|del)$/.test(element) || /text-decoration[^;"']*line-through/i.test(tag))
    return 'struck';
  return /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/i.test(tag) ? 'hidden' : null;
}

function numberIn(tag: string, attribute: string): number {
  const found = new RegExp(`\\b${attribute}\\s*=\\s*["']?(\\d{1,5})`, 'i').exec(tag)?.[1];
  return Math.max(1, Number(found ?? '1'));
}
