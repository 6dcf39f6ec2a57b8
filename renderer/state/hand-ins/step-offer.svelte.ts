import type { PageContext } from '../page-context.ts';

type Page = Pick<PageContext, 'bridge' | 'drops' | 'notices'>;

interface Words {
  /** What was done. */
  readonly done: string;
  readonly takeBack: string;
  readonly takenBack: string;
}

/**
 * Says what a step of main's did, and offers to take back that step alone, wherever the person goes next. The offer goes
 * once the report is changed by anything else: then undo takes back step by step.
 */
export function offerStepBack(
  { bridge, drops, notices }: Page,
  own: { readonly report: string; readonly step: string },
  words: Words,
): void {
  let overtaken = $state(false);
  const stop = bridge.on('reports.changed', ({ report, step }) => {
    if (report === own.report && step !== own.step) overtaken = true;
    if (overtaken) stop();
  });
  const takeBack = async (): Promise<void> => {
    stop();
    // What is typed meanwhile belongs to the report: the step is then no longer the last.
    await drops.beforehand?.();
    const answer = await bridge.call('imports.takeBack', own);
    if (answer.ok) notices.show(words.takenBack);
    else notices.fail(answer.failure);
  };
  notices.show(words.done, {
    label: words.takeBack,
    stands: () => !overtaken,
    run: () => void takeBack(),
  });
}
