import type { Migration } from './migration.ts';

/**
 * Comments in threads, on a report, a row, a field or a piece of its text.
 *
 * A thread's row is no foreign key: the thread stays when the row is removed, and is there when undo
 * brings the row back. `source` and `source_id` say where a comment from outside came from.
 */
export const comments: Migration = {
  version: 3,
  name: 'comments',
  up(database) {
    database.exec(tables);
  },
};

const tables = `
  CREATE TABLE comment_threads (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    report TEXT NOT NULL REFERENCES reports (id),
    initiative TEXT NOT NULL,
    field TEXT NOT NULL,
    quote TEXT NOT NULL,
    resolved_by TEXT NOT NULL DEFAULT '',
    resolved_at TEXT NOT NULL DEFAULT '',
    created_by TEXT NOT NULL,
    created_at TEXT NOT NULL,
    source TEXT NOT NULL DEFAULT '',
    source_id TEXT NOT NULL DEFAULT '',
    CHECK (initiative <> '' OR field = ''),
    CHECK (field <> '' OR quote = '')
  ) STRICT;
  CREATE INDEX comment_threads_of_report ON comment_threads (report, number);
  CREATE UNIQUE INDEX comment_threads_of_source ON comment_threads (report, source, source_id)
    WHERE source <> '';

  CREATE TABLE comments (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    thread TEXT NOT NULL REFERENCES comment_threads (id) ON DELETE CASCADE,
    author TEXT NOT NULL,
    at TEXT NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    changed_at TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL DEFAULT '',
    source_id TEXT NOT NULL DEFAULT ''
  ) STRICT;
  CREATE INDEX comments_of_thread ON comments (thread, number);
`;
