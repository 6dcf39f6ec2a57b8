import SqliteDatabase from 'better-sqlite3';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { storedMarkedField } from '../../main/application/word/stored-marked-field.ts';
import { LibraryDamaged } from '../../main/data/sqlite-failure.ts';
import { storeEverything } from './full-library.ts';
import { reopened } from './sample-content.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A library in which somebody has written other JSON in place of ours. */
function libraryWithJson(table: string, column: string, json: string) {
  const path = join(temporaryFolder(), '報告.sengen');
  const { id } = storeEverything(path);
  const database = new SqliteDatabase(path);
  database.prepare(`UPDATE ${table} SET ${column} = ?`).run(json);
  database.close();
  const library = reopened(path);
  return { library, bringBack: () => library.markups.bringBacks(id)[0]?.id ?? '', id };
}

test('texts of a row of a returned file that are not what was stored are damage', () => {
  const { library, bringBack } = libraryWithJson('suggestions', 'row_texts', '{"title":5}');
  expect(() => library.markups.suggestions(bringBack())).toThrow(LibraryDamaged);
  library.close();
});

test('what could not be placed of a returned file is checked', () => {
  const { library, id } = libraryWithJson('bring_backs', 'unplaced', '[{"kind":"comet"}]');
  expect(() => library.markups.bringBacks(id)).toThrow(LibraryDamaged);
  library.close();
});

test('a marked field is checked', () => {
  const { library, bringBack } = libraryWithJson('marked_fields', 'content', '{"atoms":"all"}');
  const [suggestion] = library.markups.suggestions(bringBack());
  expect(() => storedMarkedField(library.markups, suggestion?.markedField ?? '')).toThrow(LibraryDamaged);
  library.close();
});
