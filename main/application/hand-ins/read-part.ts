import type { WordHandInLook } from '../../../shared/contract/hand-in-requests.ts';
import { noHost } from '../../foreign-files/jobs.ts';
import { looksLikeWordFile } from '../../foreign-files/looks-like.ts';
import type { Part } from '../../exchange/part/part-content.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import type { LibraryFile } from '../../data/library-file.ts';
import { openedLibrary, type Context } from '../context.ts';
import { wantedFile } from '../word/wanted-file.ts';
import { readWordHandIn } from './read-word-hand-in.ts';

/** A part and the file that it was read from. */
export interface PartInFile {
  readonly path: string;
  readonly part: Part;
  /** How it was read off a Word file; null for a part. */
  readonly word: WordHandInLook | null;
  /** The same against what the library holds now: what it goes on from may have been taken in since. */
  readonly again: (library: LibraryFile) => Result<PartInFile>;
}

/** Endings of what a section hands in. */
export const partEndings = ['sengen-part', 'docx'] as const;

/** The part of a request: the one that was looked at, the one that was dropped, else the person is asked. */
export async function wantedPart(
  context: Context,
  { part, dropped }: { readonly part?: string | undefined; readonly dropped?: string | undefined },
): Promise<Result<PartInFile>> {
  if (part !== undefined) {
    const looked = context.session.parts.get(part);
    return looked === undefined ? failed({ code: 'dropped-file-forgotten' }) : success(looked);
  }
  const chosen = await wantedFile(context, dropped, { purpose: 'take-part', endings: [...partEndings] });
  return chosen.ok ? readPart(context, chosen.value) : chosen;
}

export async function readPart(context: Context, path: string): Promise<Result<PartInFile>> {
  if (looksLikeWordFile(path)) {
    const read = await readWordHandIn(context, path);
    if (!read.ok) return read;
    const against = (now: LibraryFile): Result<PartInFile> => {
      const word = read.value.against(now);
      return word.ok ? success({ path, ...word.value, again: against }) : word;
    };
    const library = openedLibrary(context);
    return library.ok ? against(library.value) : library;
  }
  const part = await context.reader.run('read-part', { path }, noHost);
  if (!part.ok) return part;
  const read: PartInFile = { path, part: part.value, word: null, again: () => success(read) };
  return success(read);
}
