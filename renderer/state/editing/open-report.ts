import type { Bridge } from '../../../shared/contract/bridge.ts';
import type { RequestOutput } from '../../../shared/contract/requests.ts';
import type { KeptDraft, TypedText, UnsentText } from '../../../shared/model/draft.ts';
import type { Failure } from '../../../shared/failure.ts';
import { success, type Result } from '../../../shared/result.ts';
import type { Drafts } from './drafts.ts';
import { isRefusal, ReportEditor } from './report-editor.svelte.ts';
import { textsBeyond, typedTexts, unsentAsTyped } from './typed-text.ts';

export interface OpenedReport {
  readonly editor: ReportEditor;
  /** Steps that an earlier page had left behind and that are stored now. */
  readonly recovered: number;
}

type Read = Result<RequestOutput<'reports.read'>>;

/**
 * Opens a report for writing.
 *
 * What an earlier page could not store any more is stored first. Main knows the steps that did
 * reach it by their id; those that no longer fit are set aside for the person to see.
 */
export async function openReport(
  bridge: Bridge,
  drafts: Drafts,
  report: string,
  /** The answer to a `reports.read` that was sent beforehand. */
  ahead: Promise<Read> | null = null,
): Promise<Result<OpenedReport>> {
  const ask = (): Promise<Read> => bridge.call('reports.read', { report });
  // What failed while nobody waited for it is asked for again.
  const again = ahead?.then((answer) => (answer.ok ? answer : ask()));
  // Nearly always there is no draft: then main reads the report while it is asked for drafts.
  const asked = drafts.hasAny(report) ? null : (again ?? ask());
  const leftBehind = await drafts.leftBehind(report);
  const taken = await takeUp(bridge, leftBehind);
  if (!taken.ok) return taken;
  const read = await (leftBehind.length === 0 && asked !== null ? asked : ask());
  if (!read.ok) return read;
  const own = await drafts.open(report);
  if (taken.value === null)
    return success({ editor: new ReportEditor(bridge, own, read.value, nothingLeft), recovered: 0 });
  const { recovered, ...left } = taken.value;
  const editor = new ReportEditor(bridge, own, read.value, left);
  void forgetOnceKept(drafts, leftBehind);
  return success({ editor, recovered });
}

const nothingLeft = { aside: [], unsent: [] } as const;

interface TakenUp {
  readonly aside: readonly TypedText[];
  readonly unsent: readonly UnsentText[];
  readonly recovered: number;
}

/**
 * Stores the steps of drafts; the texts of those that can't be stored any more are set aside, each once. Null where
 * the library takes no writes: the drafts wait for one that does.
 */
async function takeUp(bridge: Bridge, leftBehind: readonly KeptDraft[]): Promise<Result<TakenUp | null>> {
  const aside = new Map<string, TypedText>();
  const setAside = (texts: readonly TypedText[]): void => {
    for (const text of texts) aside.set(text.id, text);
  };
  const unsent = new Map<string, UnsentText>();
  let recovered = 0;
  for (const { report, page, draft } of leftBehind) {
    setAside(draft.aside);
    for (const text of draft.unsent) {
      // Two pages have left one for the same box, which holds one of them.
      const other = unsent.get(text.what);
      if (other === undefined) unsent.set(text.what, text);
      else if (other.text !== text.text) setAside([{ ...unsentAsTyped(text), id: `${page}-${text.what}` }]);
    }
    for (const step of draft.steps) {
      const answer = await bridge.call('reports.edit', { report, step });
      if (answer.ok) {
        const { stored } = answer.value;
        if (stored === undefined) recovered += 1;
        else setAside(textsBeyond(step, stored));
      } else if (isRefusal(answer.failure) || answer.failure.code === 'revision-signed') {
        setAside(typedTexts(step));
      } else if (takesNoWrites(answer.failure)) return success(null);
      else return answer;
    }
  }
  return success({ aside: [...aside.values()], unsent: [...unsent.values()], recovered });
}

function takesNoWrites({ code }: Failure): boolean {
  return code === 'library-read-only' || code === 'library-in-use';
}

/** What was set aside is the new page's draft now: the old ones go when that one stands on the disk. */
async function forgetOnceKept(drafts: Drafts, leftBehind: readonly KeptDraft[]): Promise<void> {
  if (leftBehind.length === 0 || !(await drafts.settle())) return;
  for (const draft of leftBehind) await drafts.forget(draft);
}
