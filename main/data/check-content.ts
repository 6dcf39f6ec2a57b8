import type { Database } from 'better-sqlite3';

/** Looks for damage in an open database; answers what it found, or null. Throws SqliteError. */
export function findDamage(database: Database): string | null {
  const found = database.pragma('quick_check(1)', { simple: true });
  if (found !== 'ok') return String(found);
  const dangling = database
    .prepare<[], string>('SELECT "table" FROM pragma_foreign_key_check LIMIT 1')
    .pluck()
    .get();
  return dangling === undefined ? null : `dangling reference in ${dangling}`;
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
