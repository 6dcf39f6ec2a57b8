/** A value as SQLite's file format stores it. This program stores no fractions. */
export type StoredValue = null | number | string | Uint8Array;

export interface ColumnShape {
  readonly name: string;
  readonly type: 'text' | 'integer' | 'blob';
  readonly isNullable: boolean;
  /** What a record says that was made before the column was; undefined where no record goes without. */
  readonly fallback: StoredValue | undefined;
  /** Whether a value of the right type can be one that this program stores. */
  fits(value: StoredValue): boolean;
}

/**
 * What the records of one b-tree look like. `table`: leaf cells with a rowid; `keyed`: a table WITHOUT ROWID;
 * `index`: columns of a table, then what finds its record.
 */
export interface TreeShape {
  readonly name: string;
  readonly table: string;
  readonly kind: 'table' | 'keyed' | 'index';
  /** In the order in which they are stored. */
  readonly columns: readonly ColumnShape[];
  /** Place of the column that is the rowid and is stored as null; -1 for none. */
  readonly rowid: number;
  /** Columns that name a record of the table for good: its primary key, or the identifier of what has one. */
  readonly key: readonly string[];
  /** Columns of the table's primary key, in its order. */
  readonly primary: readonly string[];
  /** The columns that the hash of a record covers, in its order. */
  readonly hashed: readonly string[];
  /** An index that leaves records out. */
  readonly isPartial: boolean;
}

/** A record that was read, its columns filled up to the shape's. */
export interface FoundRecord {
  /** Null where the tree has none. */
  readonly rowid: number | null;
  readonly values: readonly StoredValue[];
  /** Columns whose values can't be this program's. */
  readonly doubtful: readonly string[];
  /** The pages that it was read from: its own, then those that it overflows to. */
  readonly pages: readonly number[];
  readonly standing: Standing;
}

/**
 * How a record stands in the file, the surest first. `tree`: where the table's own tree leads; `loose`: in a page or
 * a place that no tree leads to any more; `freed`: in a page that the file calls free; `undone`: in a page that the
 * journal takes back.
 */
export type Standing = 'tree' | 'loose' | 'freed' | 'undone';
