import type { SalvagedFile, SalvagedTree } from '../pages/salvage-pages.ts';
import type { FoundRecord, Standing, StoredValue, TreeShape } from '../pages/shape.ts';
import { keyOf, type Candidate, type FileTable, type FileTables, type TableRecord } from './records.ts';

/** The table of hashes, one for each record, by the record's table (`kind`) and key. */
const hashes = 'record_hashes';

/** Whether values are those that were hashed, in the order of the table's hashed columns. */
export type FitsHash = (table: string, values: readonly StoredValue[], hash: Uint8Array) => boolean;

/**
 * Sorts what was read into tables: which record of each key is the true one, what there was besides.
 *
 * A record that fits its stored hash goes before all others; without one, the surest place does. What only pages
 * have that the file calls free, or that the journal takes back, counts where a hash proves it.
 */
export function fileTables({ trees }: SalvagedFile, fits: FitsHash): FileTables {
  const known = hashesOf(trees.get(hashes));
  const indexes = Map.groupBy(
    [...trees.values()].filter(({ shape }) => shape.kind === 'index'),
    ({ shape }) => shape.table,
  );
  const tables = new Map<string, FileTable>();
  for (const tree of trees.values()) {
    if (tree.shape.kind === 'index' || tree.shape.name === hashes) continue;
    const { name } = tree.shape;
    tables.set(name, fileTable(tree, indexes.get(name) ?? [], known.of(name), fits));
  }
  return tables;
}

interface TableHashes {
  readonly byKey: ReadonlyMap<string, Uint8Array>;
  /** There is one for every record. */
  readonly isWhole: boolean;
}

function hashesOf(tree: SalvagedTree | undefined): { of(table: string): TableHashes } {
  const byTable = new Map<string, Map<string, Uint8Array>>();
  // The surest place last, so that it stays.
  for (const { values } of (tree?.records ?? []).toSorted(bySureness).toReversed()) {
    const [kind, key, hash] = values;
    if (typeof kind !== 'string' || typeof key !== 'string' || !(hash instanceof Uint8Array)) continue;
    const ofTable = byTable.get(kind) ?? new Map<string, Uint8Array>();
    byTable.set(kind, ofTable.set(key, hash));
  }
  const isWhole =
    tree?.isWhole === true && byTable.size > 0 && tree.records.every(({ standing }) => standing === 'tree');
  return { of: (table) => ({ byKey: byTable.get(table) ?? new Map(), isWhole }) };
}

function fileTable(
  { shape, records, isWhole: isWalkedWhole }: SalvagedTree,
  indexes: readonly SalvagedTree[],
  hashed: TableHashes,
  fits: FitsHash,
): FileTable {
  const partial = partialRecords(shape, indexes);
  const inTree = records.filter(ofTree);
  const own = new Set(inTree.map((found) => keyOf(shape, recordOf(shape, found))));
  const lists = keyLists(shape, indexes, hashed);
  const { live, doubted } = weighed(lists, own, isWalkedWhole);
  const isLoose = records.some(({ standing }) => standing === 'loose');
  const isWhole =
    isWalkedWhole &&
    !isLoose &&
    doubted.size === 0 &&
    indexes.every((index) => !isFull(index) || index.records.length === inTree.length);
  const hashOf = (record: TableRecord): Uint8Array | null =>
    hashed.byKey.get(keyOf({ key: shape.primary }, record)) ?? null;
  const fitsOwn = (record: TableRecord): boolean | null => {
    const hash = hashOf(record);
    const values = shape.hashed.map((column) => record[column] ?? null);
    return hash === null ? null : fits(shape.name, values, hash);
  };
  const candidates = new Map<string, Candidate[]>();
  for (const found of records.toSorted(bySureness)) {
    const record = recordOf(shape, found);
    const key = keyOf(shape, record);
    const isProven = found.doubtful.length === 0 && fitsOwn(record) === true;
    const isAtHand = found.standing === 'tree' || (!isWhole && found.standing === 'loose');
    const { standing, doubtful } = found;
    const isGone = standing !== 'tree' && live?.has(key) === false;
    if (!isProven && (!isAtHand || isGone)) continue;
    const ofKey = candidates.get(key) ?? [];
    if (ofKey.length < mostCandidates) ofKey.push({ record, standing, doubtful, isProven });
    candidates.set(key, ofKey);
  }
  const found = new Map<string, [Candidate, ...Candidate[]]>();
  for (const [key, all] of candidates) {
    const [best, ...others] = all.sort(byMerit);
    if (best !== undefined) found.set(key, [best, ...others]);
  }
  return { shape, found, isWhole, live, doubted, partial, hashOf, fits: fitsOwn };
}

/** Copies of one record that are weighed against each other. */
const mostCandidates = 8;

const sureness: readonly Standing[] = ['tree', 'loose', 'freed', 'undone'];
const bySureness = (one: FoundRecord, other: FoundRecord): number =>
  sureness.indexOf(one.standing) - sureness.indexOf(other.standing);
const byMerit = (one: Candidate, other: Candidate): number =>
  Number(other.isProven) - Number(one.isProven) ||
  Number(one.doubtful.length > 0) - Number(other.doubtful.length > 0);

const ofTree = ({ standing }: FoundRecord): boolean => standing === 'tree';

function isFull({ shape, isWhole }: SalvagedTree): boolean {
  return isWhole && !shape.isPartial;
}

function recordOf({ columns, rowid }: TreeShape, found: FoundRecord): TableRecord {
  const entries = columns.map(({ name }, place): [string, StoredValue] => [
    name,
    place === rowid ? found.rowid : (found.values[place] ?? null),
  ]);
  return Object.fromEntries(entries);
}

/** The rowid under which an index finds a record, and the columns that it has of it. */
function indexEntries(index: SalvagedTree): { rowid: number | null; record: TableRecord }[] {
  return index.records.map((found) => {
    const { rowid = null, ...record } = recordOf(index.shape, found);
    return { rowid: typeof rowid === 'number' ? rowid : null, record };
  });
}

/** What all indexes together say of each record of a table with rowids. */
function partialRecords(shape: TreeShape, indexes: readonly SalvagedTree[]): Map<string, TableRecord> {
  const byRowid = new Map<number, TableRecord>();
  const named = shape.columns[shape.rowid]?.name;
  for (const index of indexes) {
    for (const { rowid, record } of indexEntries(index)) {
      if (rowid === null) continue;
      const own = named === undefined ? {} : { [named]: rowid };
      byRowid.set(rowid, { ...byRowid.get(rowid), ...record, ...own });
    }
  }
  const partial = new Map<string, TableRecord>();
  for (const record of byRowid.values()) {
    if (shape.key.every((column) => record[column] !== undefined))
      partial.set(keyOf(shape, record), record);
  }
  return partial;
}

/** The keys of all records as each that has all of them says: the hashes, and every index that holds the key. */
function keyLists(
  shape: TreeShape,
  indexes: readonly SalvagedTree[],
  hashed: TableHashes,
): ReadonlySet<string>[] {
  const rowidName = shape.columns[shape.rowid]?.name;
  const ofIndexes = indexes.filter((index) => {
    const names = index.shape.columns.map(({ name }) => name);
    return isFull(index) && shape.key.every((column) => names.includes(column) || column === rowidName);
  });
  const isByKey = hashed.isWhole && shape.key.join() === shape.primary.join();
  return [
    ...(isByKey ? [new Set(hashed.byKey.keys())] : []),
    ...ofIndexes.map(
      (index) =>
        new Set(
          indexEntries(index).map(({ rowid, record }) =>
            keyOf(shape, rowidName === undefined ? record : { ...record, [rowidName]: rowid }),
          ),
        ),
    ),
  ];
}

/**
 * What the lists and the table's own tree say together. A page of any of them may be from another time, and hangs
 * together with the others nevertheless: so none of them alone says that a record was taken out.
 */
function weighed(
  lists: readonly ReadonlySet<string>[],
  own: ReadonlySet<string>,
  isOwnWhole: boolean,
): { readonly live: ReadonlySet<string> | null; readonly doubted: ReadonlySet<string> } {
  if (lists.length === 0) return { live: null, doubted: new Set() };
  const live = new Set([own, ...lists].flatMap((keys) => [...keys]));
  const saying = isOwnWhole ? [own, ...lists] : lists;
  return { live, doubted: new Set([...live].filter((key) => saying.some((keys) => !keys.has(key)))) };
}
