import { failed, success, type Result } from '../../../shared/result.ts';
import type { Context } from '../context.ts';
import type { FileWish } from '../ports.ts';

/** The file that a request is about: the one that was dropped on the page, else the person is asked. */
export async function wantedFile(
  { ports }: Pick<Context, 'ports'>,
  dropped: string | undefined,
  wish: Pick<FileWish, 'purpose' | 'endings'>,
): Promise<Result<string>> {
  if (dropped === undefined) return ports.chooseFile({ ...wish, mode: 'open', suggestedName: '' });
  const file = ports.droppedFile?.(dropped) ?? null;
  if (file === null) return failed({ code: 'dropped-file-forgotten' });
  // What is written to a copy of a library would be lost with it.
  if (wish.purpose === 'open-library' && file.isCopy) return wantedFile({ ports }, undefined, wish);
  return success(file.path);
}

/** The files that a request is about: those that were dropped on the page, else the person is asked. */
export async function wantedFiles(
  { ports }: Pick<Context, 'ports'>,
  dropped: readonly string[],
  wish: Pick<FileWish, 'purpose' | 'endings'>,
): Promise<Result<readonly string[]>> {
  if (dropped.length === 0) return ports.chooseFiles({ ...wish, suggestedName: '' });
  const files = dropped.map((token) => ports.droppedFile?.(token) ?? null);
  const paths = files.flatMap((file) => (file === null ? [] : [file.path]));
  return paths.length < files.length ? failed({ code: 'dropped-file-forgotten' }) : success(paths);
}
