import type { RequestOutput } from '../../../shared/contract/requests.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import { openedLibrary, type Context } from '../context.ts';
import type { PartInFile } from './read-part.ts';
import { takeInPart } from './take-in-part.ts';

/**
 * Takes in what was read, against what the library holds now. Rows that were found by their titles are taken in once
 * somebody has seen which they are (`byTitle`).
 */
export async function takeInRead(
  context: Context,
  read: PartInFile,
  byTitle: boolean,
): Promise<Result<RequestOutput<'parts.takeIn'>>> {
  const library = openedLibrary(context);
  if (!library.ok) return library;
  const now = read.again(library.value);
  if (!now.ok) return now;
  const { path, part, word } = now.value;
  if (word?.byTitle === true && !byTitle) {
    const rows = word.rows.filter(({ by }) => by === 'title' || by === 'text').length;
    return failed({ code: 'rows-by-title', path, rows });
  }
  await context.session.backups.make('import');
  const taken = takeInPart(context, path, part);
  return taken.ok ? success({ ...taken.value, unplaced: word?.unplaced ?? [] }) : taken;
}
