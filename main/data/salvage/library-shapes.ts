import SqliteDatabase, { type Database } from 'better-sqlite3';
import * as v from 'valibot';
import { figureSchema, verdicts, writingStages } from '../../../shared/model/report.ts';
import { identifierPattern } from '../../../shared/model/identifier.ts';
import type { ColumnShape, StoredValue, TreeShape } from '../../salvage/pages/shape.ts';
import { hashedTables } from '../hashes/hashed-tables.ts';
import { allMigrations } from '../migrations/all.ts';
import { migrate } from '../opening/migrate.ts';
import { isOfSearch } from '../search/is-of-search.ts';

/**
 * What the records of every table and index of content look like: read off the tables that the migrations make, with
 * what only this program knows of their values. A column that a migration adds is known by itself.
 */
export function libraryShapes(): TreeShape[] {
  const database = new SqliteDatabase(':memory:');
  try {
    migrate(database, allMigrations);
    const hashed = new Map(hashedTables(database).map(({ name, columns }) => [name, columns]));
    return tablesOf(database).flatMap((table) => [
      tableShape(database, table, hashed),
      ...indexShapes(database, table),
    ]);
  } finally {
    database.close();
  }
}

interface Table {
  readonly name: string;
  readonly wr: number;
}

interface Column {
  readonly cid: number;
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly dflt_value: string | null;
  readonly pk: number;
}

function tablesOf(database: Database): Table[] {
  return (
    database
      .prepare<[], Table>(
        `SELECT name, wr FROM pragma_table_list
       WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
      )
      .all()
      // What has no key is no content, but says something of the file that it stands in.
      .filter(({ name }) => !isOfSearch(name) && primaryOf(columnsOf(database, name)).length > 0)
  );
}

const columnsOf = (database: Database, table: string): Column[] =>
  database.prepare<[string], Column>('SELECT * FROM pragma_table_info(?)').all(table);

function tableShape(
  database: Database,
  { name, wr }: Table,
  hashed: ReadonlyMap<string, readonly string[]>,
): TreeShape {
  const columns = columnsOf(database, name);
  const keys = columns.filter(({ pk }) => pk > 0).sort((one, other) => one.pk - other.pk);
  // WITHOUT ROWID, the key stands first.
  const stored = wr === 1 ? [...keys, ...columns.filter(({ pk }) => pk === 0)] : columns;
  const [key] = keys;
  const isRowid = wr === 0 && keys.length === 1 && key?.type === 'INTEGER';
  return {
    name,
    table: name,
    kind: wr === 1 ? 'keyed' : 'table',
    columns: stored.map((column) => columnShape(database, name, column)),
    rowid: isRowid ? stored.findIndex(({ pk }) => pk > 0) : -1,
    key: keyOf(name, columns),
    primary: primaryOf(columns),
    hashed: hashed.get(name) ?? [],
    isPartial: false,
  };
}

/** A report is known by its identifier everywhere but in its own table. */
const keyOf = (table: string, columns: readonly Column[]): string[] =>
  table === 'reports' ? ['id'] : primaryOf(columns);

function primaryOf(columns: readonly Column[]): string[] {
  return columns
    .filter(({ pk }) => pk > 0)
    .sort((one, other) => one.pk - other.pk)
    .map(({ name }) => name);
}

function columnShape(database: Database, table: string, column: Column): ColumnShape {
  const { name, type, notnull, dflt_value: fallback } = column;
  return {
    name,
    type: type === 'INTEGER' ? 'integer' : type === 'BLOB' ? 'blob' : 'text',
    isNullable: notnull === 0,
    fallback:
      fallback === null
        ? undefined
        : (database.prepare<[], StoredValue>(`SELECT ${fallback}`).pluck().get() ?? null),
    fits: rules[`${table}.${name}`] ?? rules[name] ?? (() => true),
  };
}

function indexShapes(database: Database, table: Table): TreeShape[] {
  const columns = new Map(columnsOf(database, table.name).map((column) => [column.name, column]));
  return database
    .prepare<[string], { name: string; origin: string; partial: number }>(
      'SELECT name, origin, partial FROM pragma_index_list(?)',
    )
    .all(table.name)
    .filter(({ origin }) => table.wr === 0 || origin !== 'pk')
    .map(({ name, partial }) => ({
      name,
      table: table.name,
      kind: 'index',
      rowid: -1,
      key: keyOf(table.name, [...columns.values()]),
      primary: primaryOf([...columns.values()]),
      hashed: [],
      isPartial: partial === 1,
      columns: database
        .prepare<[string], { name: string | null }>('SELECT name FROM pragma_index_xinfo(?)')
        .all(name)
        .map((each) => {
          const column = each.name === null ? undefined : columns.get(each.name);
          return column === undefined ? rowidColumn : columnShape(database, table.name, column);
        })
        // No record of an index was made before its columns were.
        .map((column) => ({ ...column, fallback: undefined })),
    }));
}

const rowidColumn: ColumnShape = {
  name: 'rowid',
  type: 'integer',
  isNullable: false,
  fallback: undefined,
  fits: () => true,
};

type Rule = (value: StoredValue) => boolean;

const identifier: Rule = (value) => typeof value === 'string' && identifierPattern.test(value);
const identifierOrNone: Rule = (value) => value === '' || identifier(value);
const instant: Rule = (value) =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u.test(value);
const instantOrNone: Rule = (value) => value === '' || instant(value);
const count: Rule = (value) => typeof value === 'number' && value >= 0;
const flag: Rule = (value) => value === 0 || value === 1;
const oneOf =
  (...words: readonly string[]): Rule =>
  (value) =>
    words.includes(value as string);
const json: Rule = (value) => {
  try {
    return typeof JSON.parse(value as string) === 'object';
  } catch {
    return false;
  }
};

/** Paragraphs of a field. */
const paragraphs: Rule = (value) => {
  if (!json(value)) return false;
  const list: unknown = JSON.parse(value as string);
  return Array.isArray(list) && list.every((each) => typeof each === 'string');
};

const figures: Rule = (value) => {
  if (!json(value)) return false;
  const list: unknown = JSON.parse(value as string);
  return Array.isArray(list) && list.every((each) => v.is(figureSchema, each));
};

/** Values by their column, or by column and table where one name is used in two ways. */
const rules: Readonly<Record<string, Rule>> = {
  id: identifier,
  report: identifier,
  initiative: identifierOrNone,
  'initiatives.report': identifier,
  'targets.initiative': identifier,
  'outcomes.initiative': identifier,
  'initiative_links.initiative': identifier,
  outcome: identifier,
  target: identifier,
  thread: identifier,
  'suggestions.thread': identifierOrNone,
  bring_back: identifier,
  marked_field: identifier,
  earlier: identifierOrNone,
  position: count,
  sequence: count,
  revision: count,
  number: count,
  step: count,
  reverses: count,
  row_number: count,
  fiscal_year: (value) => typeof value === 'number' && value >= 1 && value <= 9_999,
  page_break_before: flag,
  declaration_page_break_before: flag,
  plan: paragraphs,
  results: paragraphs,
  direction: paragraphs,
  figures,
  own: (value) => value === '' || json(value),
  standing: (value) => value === '' || json(value),
  'reports.form': (value) => value === '' || json(value),
  edit_kinds: json,
  edit: json,
  row_order: json,
  unplaced: json,
  row_texts: json,
  content: json,
  cause: (value) => value === '' || json(value),
  verdict: oneOf('', ...verdicts),
  stage: oneOf('', ...writingStages),
  'reports.state': oneOf('draft', 'signed'),
  'suggestions.state': oneOf('open', 'accepted', 'rejected'),
  'steps.kind': oneOf('do', 'undo', 'redo'),
  'edits.kind': (value) => typeof value === 'string' && /^[a-z]+(-[a-z]+)+$/u.test(value),
  'steps.at': instant,
  'comments.at': instant,
  created_at: instant,
  changed_at: instantOrNone,
  removed_at: instantOrNone,
  exported_at: instant,
  given_at: instant,
  brought_at: instant,
  started_at: instant,
  recorded_at: instant,
  resolved_at: instantOrNone,
  decided_at: instantOrNone,
};
