import type { Migration } from './migration.ts';

/**
 * Where a report and its rows stand on their way to publication: JSON, '' where each begins, as in all reports before. What was
 * given out to which section, and by when it is to be back, is noted.
 */
export const standings: Migration = {
  version: 19,
  name: 'standings',
  up(database) {
    for (const table of ['reports', 'initiatives']) {
      database.exec(
        `ALTER TABLE ${table} ADD COLUMN standing TEXT NOT NULL DEFAULT '' CHECK (standing = '' OR json_valid(standing))`,
      );
    }
    database.exec(`
      CREATE TABLE given_out (
        number INTEGER NOT NULL PRIMARY KEY,
        report TEXT NOT NULL REFERENCES reports (id),
        section TEXT NOT NULL,
        deadline TEXT NOT NULL,
        given_by TEXT NOT NULL,
        given_at TEXT NOT NULL
      ) STRICT;
    `);
  },
};
