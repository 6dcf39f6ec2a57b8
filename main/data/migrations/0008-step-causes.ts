import type { Migration } from './migration.ts';

/** A step may say what brought it about; '' for one that doesn't, as all before. */
export const stepCauses: Migration = {
  version: 8,
  name: 'step causes',
  up(database) {
    database.exec(
      "ALTER TABLE steps ADD COLUMN cause TEXT NOT NULL DEFAULT '' CHECK (cause = '' OR json_valid(cause))",
    );
  },
};
