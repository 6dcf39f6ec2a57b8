import type { Migration } from './migration.ts';

/**
 * Which row an earlier year's row became, where somebody confirmed it.
 *
 * Neither side is a foreign key: a link outlives a removed row, which undo may bring back.
 */
export const initiativeLinks: Migration = {
  version: 4,
  name: 'initiative links',
  up(database) {
    database.exec(`
      CREATE TABLE initiative_links (
        initiative TEXT NOT NULL PRIMARY KEY,
        earlier TEXT NOT NULL CHECK (earlier <> initiative)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX initiative_links_of_earlier ON initiative_links (earlier);
    `);
  },
};
