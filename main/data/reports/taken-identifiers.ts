import type { Database } from 'better-sqlite3';

/** Finds identifiers that rows, targets or outcomes of other reports carry. */
export type TakenIdentifiers = (identifiers: readonly string[], besides: string | null) => string[];

export function takenIdentifiers(database: Database): TakenIdentifiers {
  const taken = database
    .prepare<{ identifiers: string; besides: string | null }, string>(
      `SELECT DISTINCT asked.value FROM json_each(:identifiers) asked WHERE
        EXISTS (SELECT 1 FROM initiatives i WHERE i.id = asked.value AND i.report IS NOT :besides)
        OR EXISTS (SELECT 1 FROM targets t JOIN initiatives i ON i.id = t.initiative
          WHERE t.id = asked.value AND i.report IS NOT :besides)
        OR EXISTS (SELECT 1 FROM outcomes o JOIN initiatives i ON i.id = o.initiative
          WHERE o.id = asked.value AND i.report IS NOT :besides)`,
    )
    .pluck();
  return (identifiers, besides) => taken.all({ identifiers: JSON.stringify(identifiers), besides });
}
