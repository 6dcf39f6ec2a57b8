import type { Migration } from './migration.ts';

/** Where the declaration's pages break; `page_break_before` is the report's alone from now on. */
export const pageBreaksPerDocument: Migration = {
  version: 10,
  name: 'page breaks per document',
  up(database) {
    database.exec(
      `ALTER TABLE initiatives ADD COLUMN declaration_page_break_before INTEGER NOT NULL DEFAULT 0
        CHECK (declaration_page_break_before IN (0, 1))`,
    );
  },
};
