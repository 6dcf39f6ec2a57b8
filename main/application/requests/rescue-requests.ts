import { openLibrary } from '../../data/opening/open-library.ts';
import { rescueDamaged } from '../../backup/rescue/rescue-damaged.ts';
import { canBeRescued } from '../../../shared/failure.ts';
import { failed, success } from '../../../shared/result.ts';
import type { HandlersOf } from '../handlers.ts';
import { refused, switchLibrary, takePlace } from './library-requests.ts';

/** Ways out where a library's file is damaged or lost. */
export const rescueRequests: HandlersOf<'library.rescue' | 'library.openRescued'> = {
  'library.rescue': (_input, context) =>
    context.switchLibrary(async () => {
      const { session, ports } = context;
      const { damaged } = session;
      if (damaged === null) return failed({ code: 'library-not-open' });
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
