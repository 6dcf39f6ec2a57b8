import type { Migration } from './migration.ts';

/** A report can be put in the bin, where nothing of it is lost. */
export const bin: Migration = {
  version: 2,
  name: 'bin',
  up(database) {
    database.exec("ALTER TABLE reports ADD COLUMN removed_at TEXT NOT NULL DEFAULT ''");
  },
};
