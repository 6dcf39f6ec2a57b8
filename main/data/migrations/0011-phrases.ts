import type { Migration } from './migration.ts';

/** 定型文: phrases of one's own, in an order of one's own. */
export const phrases: Migration = {
  version: 11,
  name: 'phrases',
  up(database) {
    database.exec(`
      CREATE TABLE phrases (
        id TEXT NOT NULL PRIMARY KEY,
        position INTEGER NOT NULL CHECK (position >= 0),
        text TEXT NOT NULL CHECK (text <> '')
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
