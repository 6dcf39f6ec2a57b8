import type { Migration } from './migration.ts';

/** What a person chose to write at present; '' where nobody chose, as in all reports before. */
export const stages: Migration = {
  version: 9,
  name: 'stages',
  up(database) {
    database.exec(
      "ALTER TABLE reports ADD COLUMN stage TEXT NOT NULL DEFAULT '' CHECK (stage IN ('', 'declaration', 'report'))",
    );
  },
};
