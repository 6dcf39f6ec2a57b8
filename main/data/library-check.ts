import { checkTable, findContradiction, findDangling } from './opening/check-content.ts';
import type { StoreAccess } from './store-access.ts';

/** Looking a whole library through, in pieces between which other work has its turn. */
export interface LibraryCheck {
  /** Every table of the file. */
  tables(): string[];
  /** What is wrong with one table and its indexes, in SQLite's words; null when it is sound. */
  table(name: string): string | null;
  /** What does not go together among sound tables; null when everything does. */
  together(): string | null;
}

export function libraryCheck({ database, reading }: StoreAccess): LibraryCheck {
  const tables = database
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .pluck();
  return {
    tables: () => reading(() => tables.all()),
    table: (name) => reading(() => checkTable(database, name)),
    together: () => reading(() => findDangling(database) ?? findContradiction(database)),
  };
}
