import { firstMark, markText } from '../commit-mark.ts';
import type { Migration } from './migration.ts';

/**
 * Which state the file is in (commit-mark.ts). The one record never changes its length, so that SQLite leaves it where
 * it stands on its page.
 */
export const commitMark: Migration = {
  version: 14,
  name: 'mark of the state',
  up(database) {
    database.exec('CREATE TABLE commit_mark (mark TEXT NOT NULL CHECK (length(mark) = 82)) STRICT');
    database.prepare('INSERT INTO commit_mark (mark) VALUES (?)').run(markText(firstMark()));
  },
};
