import type { Phrase } from '../../../shared/contract/phrase-requests.ts';
import type { LibraryFailure, WriteFailure } from '../../../shared/failure.ts';
import { success, type Result } from '../../../shared/result.ts';
import type { StoreAccess } from '../store-access.ts';

type PhraseResult = Result<void, WriteFailure | LibraryFailure>;

/** The phrases of a library, in the order that persons gave them. */
export interface PhraseStore {
  list(): Phrase[];
  /** Changes the phrase of that identifier; adds it at the end where there is none. */
  write(phrase: Phrase): PhraseResult;
  remove(id: string): PhraseResult;
  /** Those that it does not name come behind, as they stood. */
  arrange(ids: readonly string[]): PhraseResult;
}

export function phraseStore({ database, reading, storing }: StoreAccess): PhraseStore {
  const list = database.prepare<[], Phrase>('SELECT id, text FROM phrases ORDER BY position, id');
  const write = database.prepare(`
    INSERT INTO phrases (id, position, text)
    VALUES (?, (SELECT coalesce(max(position) + 1, 0) FROM phrases), ?)
    ON CONFLICT (id) DO UPDATE SET text = excluded.text`);
  const remove = database.prepare('DELETE FROM phrases WHERE id = ?');
  const place = database.prepare('UPDATE phrases SET position = ? WHERE id = ?');

  const changing = (change: () => void): PhraseResult =>
    storing(() => {
      change();
      return success(undefined);
    });

  return {
    list: () => reading(() => list.all()),
    write: ({ id, text }) => changing(() => write.run(id, text)),
    remove: (id) => changing(() => remove.run(id)),
    arrange: (ids) =>
      changing(() => {
        const others = list.all().filter(({ id }) => !ids.includes(id));
        [...ids, ...others.map(({ id }) => id)].forEach((id, position) => place.run(position, id));
      }),
  };
}
