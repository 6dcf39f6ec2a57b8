import { handInWords as words } from '../../words/hand-in-words.ts';
import type { PageContext } from '../page-context.ts';
import { offerStepBack } from './step-offer.svelte.ts';
import type { PartEntry } from './part-receiving.svelte.ts';

type Page = Pick<PageContext, 'bridge' | 'drops' | 'navigation' | 'notices' | 'parts' | 'shelf'>;

/** Looks at parts, on whichever screen: those that were dropped or handed over, else the person is asked. */
export async function receiveParts(page: Page, dropped: readonly string[] = []): Promise<void> {
  const { drops, notices, parts } = page;
  // What is typed in the open report belongs to what the files are held against.
  await drops.beforehand?.();
  const failure = await parts.look(dropped);
  if (failure !== null) notices.fail(failure);
}

/** Takes parts in, one after the other; after the last that is left, shows its report and offers to take it back. */
export async function takePartsIn(page: Page, wanted: readonly PartEntry[]): Promise<void> {
  const { drops, parts, shelf } = page;
  for (const { looked } of wanted) {
    await drops.beforehand?.();
    // It was looked at anew since: the same one may have come in twice.
    const entry = parts.waiting.find((each) => each.looked.part === looked.part);
    if (entry === undefined) continue;
    const taken = await parts.takeIn(entry);
    if (taken === null) return;
    const { report, section, step, merged, conflicts } = taken;
    if (step === null) continue;
    offerStepBack(
      page,
      { report, step },
      {
        done: words.takenIn(section, merged.length, conflicts.length),
        takeBack: words.takeBack,
        takenBack: words.takenBack(section),
      },
    );
  }
  await shelf.refresh();
  const entries = parts.entries ?? [];
  const taken = entries[0]?.taken ?? null;
  if (entries.length !== 1 || taken === null || parts.refused.length > 0) return;
  parts.close();
  showReport(page, taken.report);
}

/** Makes the report of what was given out, in a new file where none is open, and shows it. */
export async function beginWithPart(page: Page, entry: PartEntry): Promise<void> {
  const { notices, parts, shelf } = page;
  if (shelf.library === null && !(await shelf.create())) return;
  const begun = await parts.begin(entry);
  if (begun === null) return;
  await shelf.refresh();
  parts.close();
  showReport(page, begun.report);
  notices.show(words.begun(begun.section, begun.rows, begun.deadline));
}

export function showReport({ navigation }: Pick<Page, 'navigation'>, report: string): void {
  const { route } = navigation;
  if (route.name === 'report' && route.report === report) return;
  navigation.go({ name: 'report', report, place: { kind: 'start' } });
}
