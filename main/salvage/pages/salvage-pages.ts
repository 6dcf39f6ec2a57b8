import { readCell, type FoundCell } from './cell.ts';
import { journalPages } from './journal.ts';
import { cellsOf, headerOf, kindOf, pageFile, uint32, type PageFile } from './page-file.ts';
import { pageSizeOf } from './page-size.ts';
import { Contents } from './payload.ts';
import type { FoundRecord, TreeShape } from './shape.ts';
import { freePages, walkTree } from './tree-walk.ts';

/** What was read of one table or index. */
export interface SalvagedTree {
  readonly shape: TreeShape;
  readonly records: readonly FoundRecord[];
  /** Nothing of it is missing: whatever is not among the records was not there. */
  readonly isWhole: boolean;
}

export interface SalvagedFile {
  readonly trees: ReadonlyMap<string, SalvagedTree>;
  /** `user_version`, as the header says. */
  readonly version: number;
  readonly pageSize: number;
  readonly pages: number;
  /** Pages that should hold something and could not be made sense of. */
  readonly unreadable: number;
}

/**
 * Reads every record of known shape out of the bytes of a database file, whatever became of it.
 *
 * It needs no page but the one that a record stands in and those that it contentss to. The bytes may be anybody's:
 * nothing throws, each page is read a bounded number of times, and no more is put together than a few times the
 * file's size. `journal`: the rollback journal beside it, null for none. Nothing is changed.
 */
export function salvagePages(
  bytes: Uint8Array,
  journal: Uint8Array | null,
  shapes: readonly TreeShape[],
): SalvagedFile {
  const size = pageSizeOf(bytes);
  const replaced = journal === null ? new Map<number, Uint8Array>() : journalPages(journal, size);
  const file = pageFile(bytes, size, replaced);
  const reading = new Reading(file, shapes);
  reading.followTrees();
  reading.readLoose();
  if (replaced.size > 0) reading.readUndone(pageFile(bytes, size), [...replaced.keys()]);
  return {
    trees: reading.trees(),
    version: uint32(file.page(1) ?? new Uint8Array(64), 60),
    pageSize: size,
    pages: file.count,
    unreadable: reading.unreadable,
  };
}

interface Tree {
  readonly shape: TreeShape;
  readonly records: FoundRecord[];
  isWhole: boolean;
}

class Reading {
  readonly #file: PageFile;
  readonly #contents: Contents;
  readonly #trees: Map<string, Tree>;
  /** Shapes that a page without a tree may hold. */
  readonly #tables: readonly TreeShape[];
  readonly #keyed: readonly TreeShape[];
  readonly #free: Set<number> | null;
  readonly #taken = new Set<number>();
  unreadable = 0;

  constructor(file: PageFile, shapes: readonly TreeShape[]) {
    this.#file = file;
    this.#contents = new Contents(file);
    this.#trees = new Map(shapes.map((shape) => [shape.name, { shape, records: [], isWhole: false }]));
    this.#tables = shapes.filter(({ kind }) => kind === 'table');
    this.#keyed = shapes.filter(({ kind }) => kind === 'keyed');
    this.#free = freePages(file);
  }

  trees(): ReadonlyMap<string, SalvagedTree> {
    return this.#trees;
  }

  /** Reads what the trees lead to that the file's own schema names. */
  followTrees(): void {
    const schema = this.#follow(schemaShape, 1);
    const roots = new Map<string, number>();
    // Where page 1 leads nowhere, records of the schema stand in other pages.
    const found = schema.isWhole ? schema.records : [...schema.records, ...this.#looseSchema()];
    for (const { values } of found) {
      const [, name, , root] = values;
      if (typeof name === 'string' && typeof root === 'number' && !roots.has(name)) roots.set(name, root);
    }
    for (const [name, root] of roots) {
      const tree = this.#trees.get(name);
      if (tree !== undefined) this.#followOwn(tree, root);
    }
    for (const [name, root] of roots) if (!this.#trees.has(name)) this.#followOther(root);
  }

  /** Beside what another tree, whose pages stand where others belong, has led to of it. */
  #followOwn(tree: Tree, root: number): void {
    const { records, isWhole } = this.#follow(tree.shape, root);
    for (const record of records) tree.records.push(record);
    tree.isWhole = isWhole;
  }

  /**
   * Trees of others are followed, too, so that their pages are not taken for lost ones; but not the pages of ours, whose
   * first one stands where another's belongs.
   */
  #followOther(root: number): void {
    const page = this.#file.page(root);
    const kind = page === null ? null : kindOf(page, root);
    if (kind === null) return;
    const isTable = kind.startsWith('table');
    for (const number of walkTree(this.#file, root, isTable, new Set(this.#taken)).pages) {
      const cells = isTable ? this.#cellsIn(number, this.#tables) : [];
      if (cells.length === 0 || cells.some((cell) => soundCell(cell) === null)) this.#taken.add(number);
    }
  }

  #follow(shape: TreeShape, root: number): { records: FoundRecord[]; isWhole: boolean } {
    const walked = walkTree(this.#file, root, shape.kind === 'table', this.#taken);
    const records: FoundRecord[] = [];
    let { isWhole } = walked;
    let last = -Infinity;
    for (const number of walked.pages) {
      const cells = this.#cellsIn(number, [shape]);
      for (const cell of cells) {
        if (cell === null) continue;
        records.push({ ...cell.record, standing: 'tree' });
        if (cell.record.rowid === null) continue;
        // Keys that don't go up: a page stands where another belongs.
        if (cell.record.rowid <= last) isWhole = false;
        last = cell.record.rowid;
      }
      if (!cells.includes(null)) continue;
      isWhole = false;
      this.#readAs(number, shape);
    }
    return { records, isWhole };
  }

  /** The cells of a page, null for each that is no record of `shapes`. */
  #cellsIn(number: number, shapes: readonly TreeShape[]): (FoundCell | null)[] {
    const page = this.#file.page(number);
    const kind = page === null ? null : kindOf(page, number);
    if (page === null || kind === null || kind === 'table-inner') return [];
    let end = 0;
    // Cells that lie in one another are none.
    const cells = (cellsOf(page, number, kind) ?? []).map((at, place) => ({ at, place }));
    const found = new Array<FoundCell | null>(cells.length).fill(null);
    for (const { at, place } of cells.sort((one, other) => one.at - other.at)) {
      const cell = at < end ? null : readCell(this.#file, this.#contents, number, at, kind, shapes);
      found[place] = cell;
      end = cell?.end ?? end;
    }
    return found;
  }

  #looseSchema(): FoundRecord[] {
    const found: FoundRecord[] = [];
    for (let number = 1; number <= this.#file.count; number += 1) {
      const page = this.#file.page(number);
      if (page === null || this.#taken.has(number)) continue;
      const isLeaf = kindOf(page, number) === 'table' && cellsOf(page, number, 'table') !== null;
      // A page of a tree holds records of one kind.
      const [first] = isLeaf ? this.#cellsIn(number, [schemaShape]) : [];
      if (isLeaf ? first?.record.doubtful.length !== 0 : kindOf(page, number) !== null) continue;
      for (const cell of carve(this.#file, this.#contents, number, [schemaShape], [])) {
        if (schemaIsOurs(cell)) found.push({ ...cell.record, standing: 'loose' });
      }
    }
    return found;
  }

  /** Reads what stands in pages that no tree leads to. */
  readLoose(): void {
    for (let number = 1; number <= this.#file.count; number += 1) {
      if (this.#taken.has(number) || this.#contents.claimed.has(number)) continue;
      this.#readAs(number, null);
    }
  }

  /** Reads pages as they stand in the file where a journal takes them back. */
  readUndone(file: PageFile, numbers: readonly number[]): void {
    for (const number of numbers) {
      for (const { shape, record } of carve(file, this.#contents, number, this.#tables, this.#keyed)) {
        this.#trees.get(shape.name)?.records.push({ ...record, standing: 'undone' });
      }
    }
  }

  /**
   * Reads a page by itself: as its header says where that makes sense, else by looking for records at every byte.
   * `own`: the tree that leads here, some cell of whose was none of its own.
   */
  #readAs(number: number, own: TreeShape | null): void {
    const page = this.#file.page(number);
    if (page === null || page.every((byte) => byte === 0)) {
      this.unreadable += 1;
      return;
    }
    const kind = kindOf(page, number);
    const cells = kind === null ? null : cellsOf(page, number, kind);
    // An inner page holds keys alone, and what an index holds stands in its table.
    if (cells !== null && (kind === 'table-inner' || own?.kind === 'index')) return;
    const isIndex = kind === 'index' || kind === 'index-inner';
    const read = cells === null ? [] : this.#cellsIn(number, isIndex ? this.#keyed : this.#tables);
    const isOfOthers = cells !== null && isIndex && read.every((cell) => cell === null);
    if (isOfOthers) return;
    const isSound = read.length > 0 && read.every((cell) => soundCell(cell) !== null);
    const found = isSound ? read : carve(this.#file, this.#contents, number, this.#tables, this.#keyed);
    if (found.length === 0) this.unreadable += 1;
    const standing = own === null && this.#free?.has(number) === true ? 'freed' : 'loose';
    for (const cell of found) {
      if (cell !== null) this.#trees.get(cell.shape.name)?.records.push({ ...cell.record, standing });
    }
  }
}

/** Looks for records at every byte of a page whose own header can't be relied on. */
function carve(
  file: PageFile,
  contents: Contents,
  number: number,
  tables: readonly TreeShape[],
  keyed: readonly TreeShape[],
): FoundCell[] {
  const found: FoundCell[] = [];
  const page = file.page(number);
  if (page === null) return found;
  let at = headerOf(number) + 8;
  while (at < page.length - 4) {
    const cell =
      soundCell(readCell(file, contents, number, at, 'table', tables)) ??
      (keyed.length === 0 ? null : soundCell(readCell(file, contents, number, at, 'index', keyed)));
    if (cell !== null) found.push(cell);
    at = cell?.end ?? at + 1;
  }
  return found;
}

function soundCell(cell: FoundCell | null): FoundCell | null {
  return cell?.record.doubtful.length === 0 ? cell : null;
}

const kinds = ['table', 'index', 'trigger', 'view'];
const anyText = (name: string): TreeShape['columns'][number] => ({
  name,
  type: 'text',
  isNullable: name === 'sql',
  fallback: undefined,
  fits: () => true,
});

/** `sqlite_schema`, which every database has. */
const schemaShape: TreeShape = {
  name: 'sqlite_schema',
  table: 'sqlite_schema',
  kind: 'table',
  rowid: -1,
  key: ['name'],
  primary: ['name'],
  hashed: [],
  isPartial: false,
  columns: [
    { ...anyText('type'), fits: (value) => kinds.includes(value as string) },
    anyText('name'),
    anyText('tbl_name'),
    { name: 'rootpage', type: 'integer', isNullable: false, fallback: undefined, fits: () => true },
    anyText('sql'),
  ],
};

function schemaIsOurs({ record }: FoundCell): boolean {
  const [type, , , root] = record.values;
  return kinds.includes(type as string) && typeof root === 'number' && root >= 0;
}
