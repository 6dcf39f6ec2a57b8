import SqliteDatabase, { type Database } from 'better-sqlite3';
import type { SchemaObject } from '../../../shared/failure.ts';
import { migrate } from './migrate.ts';
import { isOfSearch } from '../search/is-of-search.ts';
import type { Migration } from '../migrations/migration.ts';
import { success } from '../../../shared/result.ts';
import { transactionOf } from '../transaction.ts';

/** One table, index, view or trigger, with the text that makes it: runs of white space are one space in it. */
export interface SchemaEntry {
  readonly kind: SchemaObject['kind'];
  readonly name: string;
  readonly sql: string;
}

/** How a library's tables differ from those that this program makes. */
export interface SchemaDifference {
  /** What this program has never made, or not in these words. */
  readonly strange: readonly SchemaObject[];
  /** A table of content that should be there. */
  readonly missingTable: string | null;
  /** Indexes and triggers that should be there: they hold nothing and are made again. */
  readonly missing: readonly SchemaEntry[];
  /** Something of the search index is not as it should be: it is derived from the rows. */
  readonly searchDiffers: boolean;
}

/**
 * Compares a database's own schema with what the first `version` migrations make.
 *
 * It comes before any row is read: a stranger's constraint, view or generated column is code that runs when
 * rows are looked at. Throws SqliteError.
 */
export function compareSchema(
  database: Database,
  version: number,
  migrations: readonly Migration[],
): SchemaDifference {
  const ours = schemaOfVersion(version, migrations);
  const found = schemaOf(database);
  const strange = [...found.values()].filter(
    (entry) => !isOfSearch(entry.name) && ours.get(entry.name)?.sql !== entry.sql,
  );
  const missing = [...ours.values()].filter(({ name }) => !found.has(name) && !isOfSearch(name));
  return {
    strange: strange.map(({ kind, name }) => ({ kind, name, isOurs: ours.has(name) })),
    missingTable: missing.find(({ kind }) => kind === 'table')?.name ?? null,
    missing: missing.filter(({ kind }) => kind !== 'table'),
    searchDiffers: !sameSearch(ours, found),
  };
}

/** Makes again what is missing. Throws SqliteError. */
export function makeMissing(database: Database, missing: readonly SchemaEntry[]): void {
  transactionOf(database)(() => {
    for (const { sql } of missing) database.exec(sql);
    return success(undefined);
  });
}

function sameSearch(
  ours: ReadonlyMap<string, SchemaEntry>,
  found: ReadonlyMap<string, SchemaEntry>,
): boolean {
  const names = new Set([...ours.keys(), ...found.keys()].filter(isOfSearch));
  return [...names].every((name) => ours.get(name)?.sql === found.get(name)?.sql);
}

/** What SQLite itself keeps (`sqlite_sequence`, indexes of keys) follows from the rest. */
function schemaOf(database: Database): Map<string, SchemaEntry> {
  const records = database
    .prepare<[], { type: SchemaObject['kind']; name: string; sql: string | null }>(
      "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
    )
    .all();
  return new Map(
    records.map(({ type, name, sql }) => [
      name,
      { kind: type, name, sql: (sql ?? '').replace(/\s+/gu, ' ').trim() },
    ]),
  );
}

/** Learnt once per list of migrations: making the tables takes some milliseconds. */
const known = new WeakMap<readonly Migration[], Map<number, Map<string, SchemaEntry>>>();

function schemaOfVersion(version: number, migrations: readonly Migration[]): Map<string, SchemaEntry> {
  const versions = known.get(migrations) ?? new Map<number, Map<string, SchemaEntry>>();
  known.set(migrations, versions);
  const learnt = versions.get(version);
  if (learnt !== undefined) return learnt;
  const database = new SqliteDatabase(':memory:');
  try {
    migrate(database, migrations.slice(0, version));
    const schema = schemaOf(database);
    versions.set(version, schema);
    return schema;
  } finally {
    database.close();
  }
}
