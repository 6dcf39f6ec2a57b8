import type { Migration } from './migration.ts';

/** Signed revisions with the exact files that were signed, and why later revisions were begun. Both only grow. */
export const signOffs: Migration = {
  version: 7,
  name: 'sign-offs',
  up(database) {
    database.exec(tables + appendOnly);
  },
};

const tables = `
  CREATE TABLE signed_revisions (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    report TEXT NOT NULL REFERENCES reports (id),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    sequence INTEGER NOT NULL CHECK (sequence >= 0),
    signed_by TEXT NOT NULL,
    signed_at TEXT NOT NULL,
    note TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    bytes BLOB NOT NULL,
    content TEXT NOT NULL CHECK (json_valid(content)),
    content_hash TEXT NOT NULL,
    form TEXT NOT NULL,
    UNIQUE (report, revision)
  ) STRICT;
  CREATE INDEX signed_revisions_by_file ON signed_revisions (sha256);

  CREATE TABLE started_revisions (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    report TEXT NOT NULL REFERENCES reports (id),
    revision INTEGER NOT NULL CHECK (revision >= 2),
    reason TEXT NOT NULL,
    started_by TEXT NOT NULL,
    started_at TEXT NOT NULL,
    UNIQUE (report, revision)
  ) STRICT;
`;

const appendOnly = ['signed_revisions', 'started_revisions']
  .flatMap((table) =>
    ['UPDATE', 'DELETE'].map(
      (change) => `
  CREATE TRIGGER ${table}_refuse_${change.toLowerCase()} BEFORE ${change} ON ${table}
  BEGIN
    SELECT RAISE(ABORT, '${table} only ever grows');
  END;
`,
    ),
  )
  .join('');
