import type { Database } from 'better-sqlite3';

/** Which row of a report stands where: 0, 1, 2 … without gaps. */
export interface RowPlaces {
  /** Identifiers in order. */
  order(report: string): string[];
  /** Stores a new order of rows that are all there. */
  reorder(before: readonly string[], now: readonly string[]): void;
}

export function rowPlaces(database: Database): RowPlaces {
  const order = database
    .prepare<[string], string>('SELECT id FROM initiatives WHERE report = ? ORDER BY position')
    .pluck();
  const place = database.prepare<[number, string]>('UPDATE initiatives SET position = ? WHERE id = ?');
  return {
    order: (report) => order.all(report),
    reorder: (before, now) => {
      const standing = new Set(before);
      now.forEach((id, position) => {
        // A new row was stored in its place.
        if (before[position] !== id && standing.has(id)) place.run(position, id);
      });
    },
  };
}
