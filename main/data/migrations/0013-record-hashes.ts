import type { Migration } from './migration.ts';
import { hashAll } from '../hashes/keep-hashes.ts';

/**
 * A hash of every record that a person made (main/data/hashes/), and of the order of each report's rows.
 *
 * `kind` is the record's table, `key` its primary key as text. What stands there now is hashed as it stands; where the
 * log knows better, it is found by reading the two against each other.
 */
export const recordHashes: Migration = {
  version: 13,
  name: 'record hashes',
  up(database) {
    database.exec(`
      CREATE TABLE record_hashes (
        kind TEXT NOT NULL,
        key TEXT NOT NULL,
        hash BLOB NOT NULL CHECK (length(hash) = 16),
        PRIMARY KEY (kind, key)
      ) STRICT, WITHOUT ROWID;
    `);
    hashAll(database);
  },
};
