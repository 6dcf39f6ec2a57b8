import { missingWords } from '../../../shared/words/missing-words.ts';
import { seekWords } from '../../words/seek-words.ts';
import type { Announcer } from '../page/announcer.svelte.ts';
import type { Navigation } from '../page/navigation.svelte.ts';
import type { Notices } from '../page/notices.svelte.ts';
import { placeOf } from './field-focus.svelte.ts';
import { goToMissing } from './go-to-missing.ts';
import { isBehindFocus, nextMissing } from './next-missing.ts';
import type { Workplace } from './workplace.svelte.ts';

interface Parts {
  readonly workplace: Workplace;
  readonly navigation: Navigation;
  readonly notices: Notices;
  readonly announcer: Announcer;
}

/** Enters the next field that is asked for and not written yet, over the rows and round the end, with a word. */
export async function seekMissing({ workplace, navigation, notices, announcer }: Parts): Promise<void> {
  const { editor } = workplace;
  const { content } = editor;
  const focused = document.activeElement;
  const here = focused === null ? null : placeOf(focused);
  const field = here?.row === workplace.row?.id ? (here?.field ?? null) : null;
  const next = nextMissing(
    content.rows.map(({ initiative }) => initiative),
    content.form,
    { row: workplace.at, field, isBehind: (spot) => isBehindFocus(spot, focused) },
  );
  if (next === null) {
    notices.show(content.rows.length === 0 ? seekWords.noRows : seekWords.none);
    return;
  }
  const { place, left, wrapped } = next;
  const what = seekWords.at(place.row + 1, missingWords(place.part, content.form), left);
  if (wrapped) notices.show(seekWords.wrapped(what));
  else announcer.say(what);
  await goToMissing(navigation, editor, place.initiative, place.part);
}
