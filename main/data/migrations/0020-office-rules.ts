import type { Migration } from './migration.ts';

/**
 * What the office of this library wants of the checks (`sengen-rules/1`): one record, or none as long as it wants nothing of its
 * own.
 */
export const officeRules: Migration = {
  version: 20,
  name: 'office-rules',
  up(database) {
    database.exec(`
      CREATE TABLE office_rules (
        number INTEGER NOT NULL PRIMARY KEY CHECK (number = 1),
        rules TEXT NOT NULL CHECK (json_valid(rules)),
        changed_by TEXT NOT NULL,
        changed_at TEXT NOT NULL
      ) STRICT;
    `);
  },
};
