import type { Migration } from './migration.ts';

/**
 * In which order reports were put in the bin, 0 for one that is not there: a clock that was set back does not say it.
 * What is there already keeps the order in which it was shown.
 */
export const orderOfBin: Migration = {
  version: 15,
  name: 'order of the bin',
  up(database) {
    database.exec(`
      ALTER TABLE reports ADD COLUMN removed_number INTEGER NOT NULL DEFAULT 0;
      UPDATE reports SET removed_number = (
        SELECT count(*) FROM reports earlier
        WHERE earlier.removed_at <> ''
          AND (earlier.removed_at, earlier.number) <= (reports.removed_at, reports.number))
      WHERE removed_at <> '';
    `);
  },
};
