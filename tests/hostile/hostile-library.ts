import {
  copyFileSync,
  openSync,
  readFileSync,
  readSync,
  closeSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import SqliteDatabase from 'better-sqlite3';
import { mutatedBytes } from '../../scripts/suites/hostile-word/mutate-bytes.ts';
import type { Random } from '../../scripts/suites/hostile-word/random.ts';

/** Statements of somebody who knows SQLite, over tables of ours. */
const schemaAttacks = [
  "CREATE TRIGGER t AFTER UPDATE ON initiatives BEGIN UPDATE initiatives SET title = ''; END",
  'CREATE VIEW v AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x FROM c',
  'CREATE TRIGGER t BEFORE INSERT ON steps BEGIN SELECT RAISE(IGNORE); END',
  'CREATE INDEX i ON initiatives (title, section) WHERE length(title) > 0',
  'CREATE TABLE extra (x, y AS (randomblob(1000000)) STORED)',
  'CREATE VIRTUAL TABLE more USING fts5(x, content="")',
  'DROP INDEX IF EXISTS initiatives_of_report',
  'ALTER TABLE initiatives RENAME COLUMN title TO name',
  'ALTER TABLE reports ADD COLUMN more TEXT',
  'DROP TABLE search_index',
  'DELETE FROM search_version',
  'PRAGMA user_version = 99',
  'PRAGMA application_id = 1',
  'PRAGMA journal_mode = WAL',
  'PRAGMA auto_vacuum = FULL; VACUUM',
  'PRAGMA encoding = "UTF-16"; VACUUM',
  "INSERT INTO search_index(search_index) VALUES ('delete-all')",
];

/** Records that this program never stores. */
const recordAttacks = [
  "UPDATE initiatives SET plan = '[' WHERE position = 0",
  `UPDATE initiatives SET plan = '${'['.repeat(5_000)}' WHERE position = 0`,
  'UPDATE initiatives SET plan = \'{"length": 1000000000}\' WHERE position = 0',
  "UPDATE initiatives SET results = '[1, null, true, {}]' WHERE position = 1",
  'UPDATE initiatives SET position = position * 1000000',
  'UPDATE initiatives SET title = CAST(zeroblob(3000000) AS TEXT) WHERE position = 0',
  'UPDATE initiatives SET title = char(0) || char(0xD800) || char(8238) || title',
  'UPDATE outcomes SET figures = \'[{"label": 1}]\'',
  "UPDATE targets SET verdict = 'whatever'",
  'UPDATE reports SET sequence = 9007199254740993',
  "UPDATE reports SET state = 'x', stage = 'y'",
  'UPDATE reports SET fiscal_year = -1',
  'PRAGMA foreign_keys = OFF; DELETE FROM reports',
  'PRAGMA foreign_keys = OFF; DELETE FROM outcomes; DELETE FROM targets',
  "UPDATE library_facts SET value = 'nonsense'",
  "INSERT INTO phrases SELECT 'p' || value, value, 'x' FROM (WITH RECURSIVE c(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM c WHERE value < 20000) SELECT value FROM c)",
];

/** Where the numbers of the header stand that SQLite goes by. */
const headerFields = [16, 18, 19, 20, 21, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 92, 96];

/** Lays down a hostile library made of an honest one; says how it was made. */
export function layHostileLibrary(honest: string, path: string, random: Random): string {
  copyFileSync(honest, path);
  switch (random.below(8)) {
    case 0:
    case 1:
      writeFileSync(path, mutatedBytes(readFileSync(honest), random));
      return 'bytes';
    case 2: {
      // A page of the beginning is the schema or near it.
      const page = random.below(12);
      inPlace(path, page * 4096 + random.below(4096), random);
      return `a page`;
    }
    case 3: {
      const at = random.of(headerFields);
      inPlace(path, at, random, random.between(1, 4));
      return `header at ${at}`;
    }
    case 4:
      return attacked(path, random.of(schemaAttacks));
    case 5:
      return attacked(path, random.of(recordAttacks));
    case 6: {
      // What stands in the schema is read as SQL.
      const words = [
        'CHECK (0)',
        'GENERATED ALWAYS AS (1)',
        'COLLATE nowhere',
        'DEFAULT (load_extension(1))',
        ')(',
      ];
      const word = random.of(words);
      const sql = `UPDATE sqlite_schema SET sql = replace(sql, 'NOT NULL', 'NOT NULL ${word}') WHERE name = 'initiatives'`;
      return attacked(path, `PRAGMA writable_schema = ON; ${sql}`);
    }
    default: {
      const from = readFileSync(honest);
      const [one, other] = [random.below(from.length / 4096), random.below(from.length / 4096)];
      const page = Buffer.from(from.subarray(one * 4096, one * 4096 + 4096));
      from.copyWithin(one * 4096, other * 4096, other * 4096 + 4096);
      page.copy(from, other * 4096);
      writeFileSync(path, from);
      return 'pages swapped';
    }
  }
}

function inPlace(path: string, at: number, random: Random, length = random.between(1, 64)): void {
  const file = openSync(path, 'r+');
  const bytes = Buffer.alloc(length);
  readSync(file, bytes, 0, length, at);
  for (let index = 0; index < length; index += 1)
    bytes[index] = random.of([0, 1, 127, 255, random.below(256)]);
  writeSync(file, bytes, 0, length, at);
  closeSync(file);
}

function attacked(path: string, sql: string): string {
  const database = new SqliteDatabase(path);
  try {
    database.unsafeMode();
    database.exec(sql);
  } catch {
    // Some can't be done to some states; the file is an honest one then.
  } finally {
    database.close();
  }
  return sql.slice(0, 60);
}
