import type { Migration } from './migration.ts';

/** The form that a report is written in: JSON of `sengen-form/1`, '' for the official one. */
export const formOfReport: Migration = {
  version: 17,
  name: 'form of report',
  up(database) {
    database.exec(
      `ALTER TABLE reports ADD COLUMN form TEXT NOT NULL DEFAULT '' CHECK (form = '' OR json_valid(form))`,
    );
  },
};
