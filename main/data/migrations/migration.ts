import type { Database } from 'better-sqlite3';

/** One change of the tables. What is written here never changes once a release has carried it out. */
export interface Migration {
  /** The file's `user_version` afterwards: 1, 2, 3 … without gaps. */
  readonly version: number;
  readonly name: string;
  /** Runs inside a transaction with foreign keys unchecked; they are checked before it is committed. */
  up(database: Database): void;
}
