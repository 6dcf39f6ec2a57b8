import type { Migration } from './migration.ts';

/**
 * Marked-up Word files that came back, and what each of them asks for.
 *
 * A suggestion's row is no foreign key: it stays when the row is removed. Texts that are absent are ''.
 */
export const markedFiles: Migration = {
  version: 6,
  name: 'marked files',
  up(database) {
    database.exec(`
      CREATE TABLE bring_backs (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        report TEXT NOT NULL REFERENCES reports (id),
        revision INTEGER NOT NULL CHECK (revision >= 1),
        content_hash TEXT NOT NULL,
        form TEXT NOT NULL,
        file_name TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        brought_at TEXT NOT NULL,
        brought_by TEXT NOT NULL,
        row_order TEXT NOT NULL CHECK (json_valid(row_order)),
        unplaced TEXT NOT NULL CHECK (json_valid(unplaced)),
        UNIQUE (report, sha256)
      ) STRICT;

      CREATE TABLE marked_fields (
        id TEXT NOT NULL PRIMARY KEY,
        bring_back TEXT NOT NULL REFERENCES bring_backs (id),
        content TEXT NOT NULL CHECK (json_valid(content))
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE suggestions (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        bring_back TEXT NOT NULL REFERENCES bring_backs (id),
        kind TEXT NOT NULL,
        initiative TEXT NOT NULL,
        row_number INTEGER NOT NULL CHECK (row_number >= 0),
        field TEXT NOT NULL,
        author TEXT NOT NULL,
        date TEXT NOT NULL,
        before TEXT NOT NULL,
        after TEXT NOT NULL,
        quote TEXT NOT NULL,
        comment TEXT NOT NULL,
        thread TEXT NOT NULL,
        marked_field TEXT REFERENCES marked_fields (id),
        unit INTEGER NOT NULL,
        row_key TEXT NOT NULL,
        row_texts TEXT NOT NULL CHECK (json_valid(row_texts)),
        state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'accepted', 'rejected')),
        decided_by TEXT NOT NULL DEFAULT '',
        decided_at TEXT NOT NULL DEFAULT ''
      ) STRICT;
      CREATE INDEX suggestions_of_bring_back ON suggestions (bring_back, number);
    `);
  },
};
