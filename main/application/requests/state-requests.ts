import { success } from '../../../shared/result.ts';
import { openedLibrary } from '../context.ts';
import type { HandlersOf } from '../handlers.ts';

export const stateRequests: HandlersOf<'hats.wear' | 'board.hands'> = {
  'hats.wear': ({ hat }, { session }) => {
    session.hat = hat;
    return success({});
  },

  'board.hands': ({ report }, context) => {
    const library = openedLibrary(context);
    if (!library.ok) return library;
    const { handIns } = library.value;
    const own = handIns.distribution(report);
    const taken = new Map(
      handIns.taken(report).map(({ section, by, at, note }) => [section, { section, by, at, note }]),
    );
    return success({
      own: own === null ? null : { section: own.section, deadline: own.deadline },
      given: handIns.givenOut(report),
      taken: [...taken.values()],
    });
  },
};
