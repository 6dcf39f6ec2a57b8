import SqliteDatabase from 'better-sqlite3';
import { salvagePages } from '../../main/salvage/pages/salvage-pages.ts';
import { keyOf } from '../../main/salvage/joining/records.ts';
import type { StoredValue, TreeShape } from '../../main/salvage/pages/shape.ts';

export type Records = ReadonlyMap<string, Readonly<Record<string, StoredValue>>>;

/** Every record of every table of content, as SQLite reads it, by table and key. */
export function recordsOf(path: string, shapes: readonly TreeShape[]): Map<string, Records> {
  const database = new SqliteDatabase(path, { readonly: true });
  try {
    return new Map(
      shapes
        .filter(({ kind }) => kind !== 'index')
        .map((shape) => {
          const all = database.prepare(`SELECT * FROM ${shape.name}`).all() as Record<
            string,
            StoredValue
          >[];
          return [shape.name, new Map(all.map((record) => [keyOf(shape, record), plain(record)]))];
        }),
    );
  } finally {
    database.close();
  }
}

/** A file as bytes like any other: SQLite's binding answers a Buffer. */
function plain(record: Readonly<Record<string, StoredValue>>): Readonly<Record<string, StoredValue>> {
  const entries = Object.entries(record).map(([name, value]): [string, StoredValue] => [
    name,
    value instanceof Uint8Array ? new Uint8Array(value) : value,
  ]);
  return Object.fromEntries(entries);
}

/** From which pages of an undamaged file each record is read, by table and key. */
export function pagesOfRecords(
  bytes: Buffer,
  shapes: readonly TreeShape[],
): Map<string, Map<string, readonly number[]>> {
  const { trees } = salvagePages(bytes, null, shapes);
  const tables = [...trees.values()].filter(({ shape }) => shape.kind !== 'index');
  return new Map(
    tables.map(({ shape, records }) => [
      shape.name,
      new Map(
        records.map((found) => {
          const record = Object.fromEntries(
            shape.columns.map(({ name }, place) => [
              name,
              place === shape.rowid ? found.rowid : (found.values[place] ?? null),
            ]),
          );
          return [keyOf(shape, record), found.pages];
        }),
      ),
    ]),
  );
}
