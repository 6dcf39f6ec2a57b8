import type { Migration } from './migration.ts';

/**
 * What the fields of a form hold that not every report has: JSON by the field's identifier, '' where nothing stands in
 * any of them.
 */
export const ownFields: Migration = {
  version: 16,
  name: 'own fields',
  up(database) {
    for (const table of ['reports', 'initiatives', 'targets', 'outcomes']) {
      database.exec(
        `ALTER TABLE ${table} ADD COLUMN own TEXT NOT NULL DEFAULT '' CHECK (own = '' OR json_valid(own))`,
      );
    }
  },
};
