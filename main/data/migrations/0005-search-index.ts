import type { Migration } from './migration.ts';

/**
 * The full-text index over all rows, and the queue of rows that it does not know as they stand.
 *
 * The queue is filled by triggers, so that no change of a row can be forgotten, and worked off
 * outside the saving transaction. Every row that is there now is queued: that builds the index.
 */
export const searchIndex: Migration = {
  version: 5,
  name: 'search index',
  up(database) {
    database.exec(tables + triggers + queueAll);
  },
};

const tables = `
  CREATE TABLE search_rows (
    doc INTEGER PRIMARY KEY,
    initiative TEXT NOT NULL UNIQUE
  ) STRICT;

  CREATE TABLE search_queue (
    number INTEGER PRIMARY KEY,
    initiative TEXT NOT NULL UNIQUE
  ) STRICT;

  CREATE VIRTUAL TABLE search_index USING fts5 (
    grams, content = '', contentless_delete = 1, detail = none, prefix = '1 2', tokenize = 'ascii'
  );
`;

const queueAll = `
  INSERT INTO search_queue (initiative) SELECT id FROM initiatives ORDER BY report, position;
`;

const triggers = [
  ['initiatives', 'id', 'title, section, plan, results, direction'],
  ['targets', 'initiative', 'initiative, measure, note, value'],
  ['outcomes', 'initiative', 'initiative, statement, as_of, figures'],
]
  .map(
    ([table, row, columns]) => `
  CREATE TRIGGER ${table}_queue_insert AFTER INSERT ON ${table} BEGIN
    INSERT OR IGNORE INTO search_queue (initiative) VALUES (NEW.${row});
  END;
  CREATE TRIGGER ${table}_queue_update AFTER UPDATE OF ${columns} ON ${table} BEGIN
    INSERT OR IGNORE INTO search_queue (initiative) VALUES (OLD.${row}), (NEW.${row});
  END;
  CREATE TRIGGER ${table}_queue_delete AFTER DELETE ON ${table} BEGIN
    INSERT OR IGNORE INTO search_queue (initiative) VALUES (OLD.${row});
  END;
`,
  )
  .concat(
    `
  CREATE TRIGGER reports_queue_update AFTER UPDATE OF fiscal_year ON reports
  WHEN OLD.fiscal_year <> NEW.fiscal_year BEGIN
    INSERT OR IGNORE INTO search_queue (initiative) SELECT id FROM initiatives WHERE report = NEW.id;
  END;
`,
  )
  .join('');
