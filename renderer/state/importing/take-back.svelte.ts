import type { Imported } from '../../../shared/contract/import-requests.ts';
import type { Failure } from '../../../shared/failure.ts';
import { importWords as words } from '../../words/import-words.ts';
import type { PageContext } from '../page-context.ts';

type Page = Pick<PageContext, 'bridge' | 'drops' | 'navigation' | 'notices' | 'shelf'>;

/** Takes an import back: a new report goes to the bin, an update is undone; why not, when that failed. */
export async function takeBack(page: Page, { report, step, made }: Imported): Promise<Failure | null> {
  const { bridge, drops, navigation, shelf } = page;
  // What is typed in the report meanwhile belongs to it: the import is then no longer the last that was done.
  await drops.beforehand?.();
  const answer = await bridge.call('imports.takeBack', { report, step });
  if (!answer.ok) return answer.failure;
  const { route } = navigation;
  if (made === 'new' && route.name === 'report' && route.report === report)
    navigation.go({ name: 'reports' });
  await shelf.refresh();
  return null;
}

/**
 * Says what came of an import, and offers to take it back, wherever the person goes next.
 *
 * The offer goes once the report is changed: then undo takes back step by step.
 */
export function tellImported(page: Page, imported: Imported): void {
  const { bridge, notices } = page;
  const text = words.stored(imported);
  if (imported.made === 'same') {
    notices.show(text);
    return;
  }
  let overtaken = $state(false);
  const stop = bridge.on('reports.changed', ({ report, step }) => {
    if (report === imported.report && step !== imported.step) overtaken = true;
    if (overtaken) stop();
  });
  notices.show(text, {
    label: words.takeBack,
    stands: () => !overtaken,
    run: () => {
      stop();
      void takeBack(page, imported).then((failure) => {
        if (failure !== null) notices.fail(failure);
        else notices.show(imported.made === 'new' ? words.takenBackNew : words.takenBack);
      });
    },
  });
}
