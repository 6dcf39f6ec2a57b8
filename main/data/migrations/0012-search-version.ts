import type { Migration } from './migration.ts';

/**
 * Which version of the program's comparison of texts filled the full-text index (main/domain/search-grams.ts).
 * What stands there now was filled with the first.
 */
export const searchVersion: Migration = {
  version: 12,
  name: 'version of the search index',
  up(database) {
    database.exec(`
      CREATE TABLE search_version (number INTEGER NOT NULL) STRICT;
      INSERT INTO search_version (number) VALUES (1);
    `);
  },
};
