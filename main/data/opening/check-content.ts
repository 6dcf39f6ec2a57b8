import SqliteDatabase, { type Database } from 'better-sqlite3';
import { PassingTrouble } from '../sqlite-failure.ts';
import { holdsContent } from '../holds-content.ts';

export interface CheckedContent {
  /** What was found; null when the content is sound. */
  readonly damage: string | null;
  /**
   * What is wrong with what is derived from the content. `search`: the full-text index does not hang together;
   * it can be made again from the rows. `indexes`: an index says something else than its table. `pages`: pages of an
   * index, or the file's list of free pages; the content has to move to a new file.
   */
  readonly derived: 'sound' | 'search' | 'indexes' | 'pages';
}

/** Looks for damage in an open database. Throws SqliteError and PassingTrouble. */
export function checkContent(database: Database): CheckedContent {
  const found = complaintsOfAll(database);
  if (found.length === 0) {
    const damage = findDangling(database);
    return { damage, derived: hidesContent(database) ? 'indexes' : 'sound' };
  }
  if (found.every((line) => indexComplaint.test(line))) {
    return { damage: findDangling(database), derived: 'search' };
  }
  // A page that can't be made sense of may belong to an index: then all content is still there.
  const damage = damageOfTables(database) ?? findDangling(database);
  return { damage, derived: 'pages' };
}

/** Looks one table and its indexes through, row by row; more than is done at opening. Throws SqliteError. */
export function checkTable(database: Database, table: string): string | null {
  return complaints(database, 'integrity_check', table).find((line) => !indexComplaint.test(line)) ?? null;
}

/** Looks for a reference to something that is not there. */
export function findDangling(database: Database): string | null {
  const table = database
    .prepare<[], string>('SELECT "table" FROM pragma_foreign_key_check LIMIT 1')
    .pluck()
    .get();
  return table === undefined ? null : `dangling reference in ${table}`;
}

/** What SQLite says of a full-text index whose own tables are sound but don't agree. */
const indexComplaint = /^fts5: |\binverted index for FTS5 table\b/;

/** The log: it is most of a library, and no report is shown by its indexes. The quiet look sees to them. */
const log: ReadonlySet<string> = new Set(['steps', 'edits']);

/**
 * Whether an index does not say what its table holds, so that a report would be shown without some of it. `quick_check`
 * counts the entries of an index and compares none. What this takes grows with the rows of reports, not with the log.
 */
function hidesContent(database: Database): boolean {
  const { tables, indexRoots } = treesOf(database);
  return tables
    .filter((table) => !log.has(table))
    .some((table) =>
      complaints(database, 'integrity_check', table).some((line) =>
        isOfIndex(line, indexRoots, () => false),
      ),
    );
}

function complaintsOfAll(database: Database): string[] {
  try {
    return complaints(database, 'quick_check', null);
  } catch (error) {
    // A full-text index may be too broken to be looked at; the tables are looked at one by one.
    if (error instanceof SqliteDatabase.SqliteError && /^SQLITE_(ERROR|CORRUPT)/u.test(error.code)) {
      return [`${error.code}: ${error.message}`];
    }
    throw error;
  }
}

/**
 * Looks the tables of content through and leaves aside their indexes, and whether they go together. Throws SqliteError and
 * PassingTrouble.
 */
export function damageOfTables(database: Database): string | null {
  const { tables, indexRoots } = database.transaction(() => treesOf(database))();
  const inIndex = (page: number): boolean => pagesOfIndexes(database).has(page);
  for (const table of tables) {
    const found = complaints(database, 'quick_check', table).find(
      (line) => !isOfIndex(line, indexRoots, inIndex),
    );
    if (found !== undefined) return found;
  }
  return null;
}

/** The tables of content, and the first pages of the indexes. */
function treesOf(database: Database): { tables: string[]; indexRoots: ReadonlySet<number> } {
  const trees = database
    .prepare<[], { type: string; name: string; rootpage: number }>(
      "SELECT type, name, rootpage FROM sqlite_schema WHERE type IN ('table', 'index') AND rootpage > 0",
    )
    .all();
  return {
    tables: trees
      .filter(({ type, name }) => type === 'table' && holdsContent(name))
      .map(({ name }) => name),
    indexRoots: new Set(trees.filter(({ type }) => type === 'index').map(({ rootpage }) => rootpage)),
  };
}

/** The pages of all indexes; none where SQLite can't follow them. */
function pagesOfIndexes(database: Database): ReadonlySet<number> {
  try {
    const pages = database
      .prepare<[], number>(
        "SELECT pageno FROM dbstat WHERE name IN (SELECT name FROM sqlite_schema WHERE type = 'index')",
      )
      .pluck()
      .all();
    return new Set(pages);
  } catch (error) {
    if (error instanceof SqliteDatabase.SqliteError && error.code.startsWith('SQLITE_CORRUPT')) {
      return new Set();
    }
    throw error;
  }
}

function isOfIndex(
  line: string,
  indexRoots: ReadonlySet<number>,
  inIndex: (page: number) => boolean,
): boolean {
  if (/missing from index|wrong # of entries in index|non-unique entry in index/u.test(line)) return true;
  // The one complaint of a page that does not say of which tree it is.
  const page = /^Fragmentation of .* on page (\d+)$/u.exec(line)?.[1];
  if (page !== undefined) return inIndex(Number(page));
  const tree = /^Tree (\d+) /u.exec(line)?.[1];
  return tree !== undefined && indexRoots.has(Number(tree));
}

/** What a check of SQLite complains of, a line each. A page that could not be read is no damage: it throws. */
function complaints(
  database: Database,
  check: 'quick_check' | 'integrity_check',
  table: string | null,
): string[] {
  const argument = table === null ? '100' : `'${table.replaceAll("'", "''")}'`;
  const lines = (database.pragma(`${check}(${argument})`) as Record<string, string>[])
    .flatMap((record) => (record[check] ?? '').split('\n'))
    .filter((line) => line !== 'ok' && line !== '' && !line.startsWith('*** in database'));
  const unread = lines.find((line) => isUnread(line));
  if (unread !== undefined) throw new PassingTrouble(unread);
  return lines;
}

/**
 * `… error code=266`: SQLite's number for what the disk answered; its last eight bits are 10 for any I/O error.
 * A page that "could not be got" lies within the file, so it was not read either.
 */
function isUnread(line: string): boolean {
  if (/failed to get page/u.test(line)) return true;
  const code = /error code=?\s*(\d+)/u.exec(line)?.[1];
  return code !== undefined && (Number(code) & 0xff) === 10;
}

/** Looks for tables that contradict each other, as no transaction of this program leaves them. */
export function findContradiction(database: Database): string | null {
  for (const [what, query] of contradictions) {
    if (database.prepare(query).get() !== undefined) return what;
  }
  return null;
}

const contradictions = [
  [
    'rows of a report are not numbered without gaps',
    `SELECT report FROM initiatives GROUP BY report
      HAVING min(position) <> 0 OR max(position) <> count(*) - 1 OR count(DISTINCT position) <> count(*)
      LIMIT 1`,
  ],
  [
    'a report has another number of steps than its log',
    `SELECT id FROM reports
      WHERE sequence <> coalesce((SELECT max(sequence) FROM steps WHERE steps.report = reports.id), 0)
      LIMIT 1`,
  ],
] as const;
