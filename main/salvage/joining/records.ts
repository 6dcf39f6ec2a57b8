import type { Standing, StoredValue, TreeShape } from '../pages/shape.ts';

/** A record of a table, its values by their columns. */
export type TableRecord = Readonly<Record<string, StoredValue>>;

/** Where a record that goes into the rescued library comes from. `made`: it stands for one that did not come back. */
export type Origin = 'file' | 'log' | 'backup' | 'made';

export interface JoinedRecord {
  readonly record: TableRecord;
  readonly origin: Origin;
}

/** Records by their key (keyOf), table by table. */
export type Joined = Map<string, Map<string, JoinedRecord>>;

/** A record as one place of the file has it. */
export interface Candidate {
  readonly record: TableRecord;
  readonly standing: Standing;
  readonly doubtful: readonly string[];
  /** Its stored hash is its own: it is what was stored. */
  readonly isProven: boolean;
}

/** What the file has of a table. */
export interface FileTable {
  readonly shape: TreeShape;
  /** The best of each key, with those passed over behind it. */
  readonly found: ReadonlyMap<string, readonly [Candidate, ...Candidate[]]>;
  /** Every record that was there has been found. */
  readonly isWhole: boolean;
  /**
   * Keys of all records that there were, as the hashes, the indexes and the table's own tree say together; null where
   * neither hashes nor an index are whole.
   */
  readonly live: ReadonlySet<string> | null;
  /** Those of them that one of these leaves out: one of the two is from another time. */
  readonly doubted: ReadonlySet<string>;
  /** What indexes say of records, by key, where that can be told. */
  readonly partial: ReadonlyMap<string, TableRecord>;
  /** The hash that is stored for a record of this key; null where it is not at hand. */
  hashOf(record: TableRecord): Uint8Array | null;
  /** Whether a record is proven to be what was stored under its key; null where no hash of it is at hand. */
  fits(record: TableRecord): boolean | null;
}

export type FileTables = ReadonlyMap<string, FileTable>;

/** What a backup holds, table by table, by key. */
export type BackupTables = ReadonlyMap<string, ReadonlyMap<string, TableRecord>>;

/** The name of a record within its table: the values of its primary key. */
export function keyOf({ key }: Pick<TreeShape, 'key'>, record: TableRecord): string {
  return key.map((column) => String(record[column])).join('/');
}

export const text = (record: TableRecord, column: string): string => {
  const value = record[column];
  return typeof value === 'string' ? value : '';
};

export const integer = (record: TableRecord, column: string): number => {
  const value = record[column];
  return typeof value === 'number' ? value : 0;
};
