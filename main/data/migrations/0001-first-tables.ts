import type { Migration } from './migration.ts';

/** Reports with their rows, the log of every step, and what was exported. See docs/data-model.md. */
export const firstTables: Migration = {
  version: 1,
  name: 'first tables',
  up(database) {
    database.exec(tables + log + appendOnly);
  },
};

const tables = `
  CREATE TABLE library_facts (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE reports (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    municipality TEXT NOT NULL,
    department TEXT NOT NULL,
    fiscal_year INTEGER NOT NULL,
    year_label TEXT NOT NULL,
    head_post TEXT NOT NULL,
    head_name TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'draft',
    revision INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1),
    sequence INTEGER NOT NULL DEFAULT 0 CHECK (sequence >= 0),
    created_by TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE initiatives (
    id TEXT NOT NULL PRIMARY KEY,
    report TEXT NOT NULL REFERENCES reports (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    title TEXT NOT NULL,
    section TEXT NOT NULL,
    page_break_before INTEGER NOT NULL CHECK (page_break_before IN (0, 1)),
    plan TEXT NOT NULL CHECK (json_valid(plan)),
    results TEXT NOT NULL CHECK (json_valid(results)),
    direction TEXT NOT NULL CHECK (json_valid(direction))
  ) STRICT;
  CREATE INDEX initiatives_in_order ON initiatives (report, position);

  CREATE TABLE targets (
    id TEXT NOT NULL PRIMARY KEY,
    initiative TEXT NOT NULL REFERENCES initiatives (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 0),
    measure TEXT NOT NULL,
    note TEXT NOT NULL,
    value TEXT NOT NULL,
    verdict TEXT NOT NULL
      CHECK (verdict IN ('', 'achieved', 'partly-achieved', 'not-achieved', 'not-assessable'))
  ) STRICT;
  CREATE INDEX targets_in_order ON targets (initiative, position);

  CREATE TABLE outcomes (
    id TEXT NOT NULL PRIMARY KEY,
    initiative TEXT NOT NULL REFERENCES initiatives (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 0),
    statement TEXT NOT NULL,
    as_of TEXT NOT NULL,
    figures TEXT NOT NULL CHECK (json_valid(figures))
  ) STRICT;
  CREATE INDEX outcomes_in_order ON outcomes (initiative, position);

  CREATE TABLE outcome_targets (
    outcome TEXT NOT NULL REFERENCES outcomes (id) ON DELETE CASCADE,
    target TEXT NOT NULL REFERENCES targets (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    PRIMARY KEY (outcome, target)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX outcome_targets_of_target ON outcome_targets (target);
`;

const log = `
  CREATE TABLE steps (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    report TEXT NOT NULL REFERENCES reports (id),
    sequence INTEGER NOT NULL CHECK (sequence >= 1),
    kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
    reverses INTEGER UNIQUE REFERENCES steps (number),
    edit_kinds TEXT NOT NULL CHECK (json_valid(edit_kinds)),
    field TEXT NOT NULL,
    initiative TEXT NOT NULL,
    author TEXT NOT NULL,
    at TEXT NOT NULL,
    UNIQUE (report, sequence),
    CHECK ((kind = 'do') = (reverses IS NULL))
  ) STRICT;

  CREATE TABLE edits (
    step INTEGER NOT NULL REFERENCES steps (number),
    position INTEGER NOT NULL CHECK (position >= 0),
    initiative TEXT NOT NULL,
    kind TEXT NOT NULL,
    edit TEXT NOT NULL CHECK (json_valid(edit)),
    PRIMARY KEY (step, position)
  ) STRICT;
  CREATE INDEX edits_of_initiative ON edits (initiative) WHERE initiative <> '';

  CREATE TABLE exports (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    report TEXT NOT NULL REFERENCES reports (id),
    content_hash TEXT NOT NULL,
    form TEXT NOT NULL,
    sequence INTEGER NOT NULL CHECK (sequence >= 0),
    exported_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX exports_of_content ON exports (report, content_hash);
`;

const appendOnly = ['steps', 'edits', 'exports']
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
