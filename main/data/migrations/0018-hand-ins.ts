import type { Migration } from './migration.ts';

/**
 * What sections handed in (提出), what sides differ about since, and of a section's own library: what it was made of, and
 * what it handed in.
 *
 * `step` and `settled_step` name the step that did it ('' where no edit was needed): where that is taken back, so is this.
 */
export const handIns: Migration = {
  version: 18,
  name: 'hand-ins',
  up(database) {
    database.exec(`
      CREATE TABLE hand_ins (
        number INTEGER NOT NULL PRIMARY KEY,
        report TEXT NOT NULL REFERENCES reports (id),
        hash TEXT NOT NULL,
        section TEXT NOT NULL,
        base_sequence INTEGER NOT NULL CHECK (base_sequence >= 0),
        sequence INTEGER NOT NULL CHECK (sequence >= 0),
        rows TEXT NOT NULL CHECK (json_valid(rows)),
        after TEXT NOT NULL CHECK (json_valid(after)),
        handed_in_by TEXT NOT NULL,
        handed_in_at TEXT NOT NULL,
        revision INTEGER NOT NULL,
        note TEXT NOT NULL,
        file_name TEXT NOT NULL,
        taken_by TEXT NOT NULL,
        taken_at TEXT NOT NULL,
        step TEXT NOT NULL
      ) STRICT;
      CREATE INDEX hand_ins_of_report ON hand_ins (report, number);
      CREATE TABLE hand_in_conflicts (
        number INTEGER NOT NULL PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        hand_in INTEGER NOT NULL REFERENCES hand_ins (number),
        place TEXT NOT NULL CHECK (json_valid(place)),
        content TEXT NOT NULL CHECK (json_valid(content)),
        settled_by TEXT NOT NULL DEFAULT '',
        settled_at TEXT NOT NULL DEFAULT '',
        settled_step TEXT NOT NULL DEFAULT ''
      ) STRICT;
      CREATE INDEX conflicts_of_hand_in ON hand_in_conflicts (hand_in, number);
      CREATE TABLE distributions (
        report TEXT NOT NULL PRIMARY KEY REFERENCES reports (id),
        section TEXT NOT NULL,
        start TEXT NOT NULL CHECK (json_valid(start)),
        base TEXT NOT NULL CHECK (json_valid(base)),
        deadline TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE handed_in (
        number INTEGER NOT NULL PRIMARY KEY,
        report TEXT NOT NULL REFERENCES reports (id),
        section TEXT NOT NULL,
        hash TEXT NOT NULL,
        at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX handed_in_of_report ON handed_in (report, number);
    `);
  },
};
