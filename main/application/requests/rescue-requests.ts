import { openLibrary } from '../../data/opening/open-library.ts';
import { rescueDamaged } from '../../backup/rescue/rescue-damaged.ts';
import { canBeRescued } from '../../../shared/failure.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import type { HandlersOf } from '../handlers.ts';
import type { LibraryFile } from '../../data/library-file.ts';
import type { RescueOutcome } from '../../../shared/contract/rescue-outcome.ts';
import type { Library } from '../../../shared/contract/library-requests.ts';
import type { Context } from '../context.ts';
import { describeLibrary, refused, switchLibrary, takeLibrary, takePlace } from './library-requests.ts';

/** Ways out where a library's file is damaged or lost. */
export const rescueRequests: HandlersOf<'library.rescue' | 'library.openRescued'> = {
  'library.rescue': (_input, context) =>
    context.switchLibrary(async () => {
      const { session, ports } = context;
      const { damaged } = session;
      if (damaged === null) return failed({ code: 'library-not-open' });
      if (session.library?.path === damaged) return rescueOpen(context, session.library);
      // Asked once more: it may have been put in order, or be in use by now.
      const again = openLibrary(damaged, ports.now, context);
      if (!again.ok && !canBeRescued(again.failure)) return refused<never>(session, again);
      const rescued = again.ok
        ? success(null)
        : await rescueDamaged(damaged, null, { backupsFolder: session.backups.folder, now: ports.now() });
      if (!rescued.ok) return rescued;
      const outcome = rescued.value;
      const opened = again.ok ? again : openLibrary(outcome?.file ?? damaged, ports.now, context);
      if (!opened.ok) return refused<never>(session, opened);
      const taken = await takePlace(context, opened.value);
      return taken.ok ? success({ library: taken.value, outcome }) : taken;
    }),

  'library.openRescued': (_input, context) => {
    const { libraryFailure: lost } = context.session;
    const rescued = lost?.code === 'library-lost' ? lost.rescued : null;
    return rescued === null
      ? Promise.resolve(failed({ code: 'library-not-open' }))
      : switchLibrary(context, 'open', Promise.resolve(success(rescued.file)));
  },
};

/**
 * Takes what can be read out of the library that is open, in which damage was met, and opens that in its place. What
 * could not be rescued stays as it was, and open where it can be.
 */
async function rescueOpen(
  context: Context,
  library: LibraryFile,
): Promise<Result<{ library: Library; outcome: RescueOutcome | null }>> {
  const { session, ports } = context;
  const { path } = library;
  await session.backups.closing();
  library.close();
  session.library = null;
  session.readings.clear();
  const work = { backupsFolder: session.backups.folder, now: ports.now() };
  const rescued = await rescueDamaged(path, null, work);
  const opened = openLibrary(rescued.ok ? rescued.value.file : path, ports.now, context);
  if (opened.ok) takeLibrary(context, opened.value);
  else session.libraryFailure = opened.failure;
  ports.send('library.changed', {});
  if (!rescued.ok) return rescued;
  if (!opened.ok) return refused<never>(session, opened);
  return success({ library: describeLibrary(context, opened.value), outcome: rescued.value });
}
