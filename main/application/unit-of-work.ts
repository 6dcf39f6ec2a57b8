import type { LibraryFile } from '../data/library-file.ts';
import type { Result } from '../../shared/result.ts';
import { openedLibrary, type Context } from './context.ts';
import type { Ports } from './ports.ts';

/**
 * Does work on several stores of the open library as one: all of it is stored, or nothing of it.
 *
 * `work` gets a context of its own: what it sends to the pages goes out once everything is stored, and not where it is
 * taken back. It may be done once more from the start, when the disk did not answer.
 */
export function unitOfWork<T>(
  context: Context,
  work: (context: Context, library: LibraryFile) => Result<T>,
): Result<T> {
  const library = openedLibrary(context);
  if (!library.ok) return library;
  let said: (() => void)[] = [];
  const send: Ports['send'] = (...event) => {
    said.push(() => {
      context.ports.send(...event);
    });
  };
  const done = library.value.together(() => {
    said = [];
    return work({ ...context, ports: { ...context.ports, send } }, library.value);
  });
  if (done.ok) for (const say of said) say();
  return done;
}
