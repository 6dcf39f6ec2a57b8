import type { Database } from 'better-sqlite3';

export interface CheckedContent {
  /** What was found; null when the content is sound. */
  readonly damage: string | null;
  /** The full-text index does not hang together; it can be made again from the rows. */
  readonly indexIsBroken: boolean;
}

/** Looks for damage in an open database. Throws SqliteError. */
export function checkContent(database: Database): CheckedContent {
  const found = (database.pragma('quick_check(20)') as { quick_check: string }[])
    .map(({ quick_check }) => quick_check)
    .filter((line) => line !== 'ok');
  const ofContent = found.filter((line) => !indexComplaint.test(line));
  return {
    damage: ofContent[0] ?? findDangling(database),
    indexIsBroken: found.length > ofContent.length,
  };
}

/** Looks one table and its indexes through, row by row; more than is done at opening. Throws SqliteError. */
export function checkTable(database: Database, table: string): string | null {
  const found = database.pragma(`integrity_check('${table.replaceAll("'", "''")}')`) as {
    integrity_check: string;
  }[];
  const lines = found.map(({ integrity_check }) => integrity_check);
  return lines.find((line) => line !== 'ok' && !indexComplaint.test(line)) ?? null;
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
