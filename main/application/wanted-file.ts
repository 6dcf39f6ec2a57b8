import { failed, success, type Result } from '../../shared/result.ts';
import type { Context } from './context.ts';
import type { FileWish } from './ports.ts';

/** The file that a request is about: the one that was dropped on the page, else the person is asked. */
export async function wantedFile(
  { ports }: Context,
  dropped: string | undefined,
  wish: Pick<FileWish, 'purpose' | 'endings'>,
): Promise<Result<string>> {
  if (dropped === undefined) return ports.chooseFile({ ...wish, mode: 'open', suggestedName: '' });
  const file = ports.droppedFile?.(dropped) ?? null;
  return file === null ? failed({ code: 'dropped-file-forgotten' }) : success(file.path);
}
