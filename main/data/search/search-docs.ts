import type { Database } from 'better-sqlite3';

/**
 * The numbers under which the full-text index knows rows.
 *
 * The index answers in the order of these numbers, highest first, without sorting. So a number is
 * made of the fiscal year, the report's number and a place that counts down: newest year first, then
 * the report made last, then the row indexed first.
 */
export interface SearchDocs {
  of(initiative: string): bigint | undefined;
  /** The row's number, a new one where it has none or its report changed its year. The row must be there. */
  settle(initiative: string): bigint;
  forget(initiative: string): void;
}

/** Places of one report; 20,000 rows may stand in it at once. */
const places = 2n ** 20n;
const reports = 2n ** 20n;

export function searchDocs(database: Database): SearchDocs {
  const of = database
    .prepare<[string], bigint>('SELECT doc FROM search_rows WHERE initiative = ?')
    .pluck()
    .safeIntegers();
  const base = database
    .prepare<[string], { year: bigint; number: bigint }>(
      `SELECT r.fiscal_year AS year, r.number FROM initiatives i JOIN reports r ON r.id = i.report
      WHERE i.id = ?`,
    )
    .safeIntegers();
  const lowest = database
    .prepare<[bigint, bigint], bigint | null>('SELECT min(doc) FROM search_rows WHERE doc >= ? AND doc < ?')
    .pluck()
    .safeIntegers();
  const gap = database
    .prepare<[bigint, bigint], bigint>(
      `SELECT doc + 1 FROM search_rows s WHERE doc >= ? AND doc < ?
        AND NOT EXISTS (SELECT 1 FROM search_rows WHERE doc = s.doc + 1)
      ORDER BY doc DESC LIMIT 1`,
    )
    .pluck()
    .safeIntegers();
  const put = database.prepare<[string, bigint]>(`
    INSERT INTO search_rows (initiative, doc) VALUES (?, ?)
    ON CONFLICT (initiative) DO UPDATE SET doc = excluded.doc`);
  const forget = database.prepare<[string]>('DELETE FROM search_rows WHERE initiative = ?');

  return {
    of: (initiative) => of.get(initiative),
    settle: (initiative) => {
      const report = base.get(initiative);
      if (report === undefined) throw new Error(`no row ${initiative} to number`);
      const from = (report.year * reports + report.number) * places;
      const known = of.get(initiative);
      if (known !== undefined && known >= from && known < from + places) return known;
      const below = (lowest.get(from, from + places) ?? from + places) - 1n;
      // All places were used once, after a million rows came and went: one that is free again.
      const doc = below >= from ? below : gap.get(from, from + places - 1n);
      if (doc === undefined) throw new RangeError(`report ${report.number} has no place left`);
      put.run(initiative, doc);
      return doc;
    },
    forget: (initiative) => {
      forget.run(initiative);
    },
  };
}
