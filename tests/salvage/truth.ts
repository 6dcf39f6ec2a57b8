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

/** A table, and the column of it that holds a value. */
type Reference = readonly [table: string, column: string];

/**
 * Without which records one can't come back as it was, by the column that leads there: a reference between two parts
 * of which one is lost, how far a report is whose last steps are lost, a step of which undo can't know what it did.
 */
const standsOn: Readonly<Record<string, readonly (readonly [column: string, to: Reference])[]>> = {
  outcome_targets: [
    ['outcome', ['outcomes', 'id']],
    ['target', ['targets', 'id']],
  ],
  initiative_links: [
    ['initiative', ['initiatives', 'id']],
    ['earlier', ['initiatives', 'id']],
  ],
  suggestions: [['marked_field', ['marked_fields', 'id']]],
  reports: [
    ['id', ['steps', 'report']],
    ['id', ['signed_revisions', 'report']],
  ],
  steps: [
    ['number', ['edits', 'step']],
    ['reverses', ['steps', 'number']],
  ],
};

/** The pages that must be whole for each record to come back as it was, by table and key. */
export function pagesNeeded(
  truth: ReadonlyMap<string, Records>,
  pages: ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>,
): Map<string, Map<string, readonly number[]>> {
  const own = (table: string, key: string): readonly number[] => pages.get(table)?.get(key) ?? [];
  const byValue = new Map<string, Map<StoredValue, number[]>>();
  const pagesWith = ([table, column]: Reference, value: StoredValue): readonly number[] => {
    const name = `${table}.${column}`;
    let known = byValue.get(name);
    if (known === undefined) {
      byValue.set(name, (known = new Map<StoredValue, number[]>()));
      for (const [key, record] of truth.get(table) ?? []) {
        const each = record[column] ?? null;
        known.set(each, [...(known.get(each) ?? []), ...own(table, key)]);
      }
    }
    return known.get(value) ?? [];
  };
  return new Map(
    [...truth].map(([table, records]) => [
      table,
      new Map(
        [...records].map(([key, record]) => [
          key,
          [
            ...own(table, key),
            ...(standsOn[table] ?? []).flatMap(([column, to]) => pagesWith(to, record[column] ?? null)),
          ],
        ]),
      ),
    ]),
  );
}
