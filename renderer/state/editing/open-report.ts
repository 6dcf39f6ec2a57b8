import type { Bridge } from '../../../shared/contract/bridge.ts';
import type { RequestOutput } from '../../../shared/contract/requests.ts';
import { success, type Result } from '../../../shared/result.ts';
import type { Drafts } from './drafts.ts';
import { isRefusal, ReportEditor } from './report-editor.svelte.ts';
import { typedTexts, type TypedText } from './typed-text.ts';

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
  // Nearly always there is no draft: then main reads while the page is still drawing the screen.
  const ask = (): Promise<Read> => bridge.call('reports.read', { report });
  // What failed while nobody waited for it is asked for again.
  const again = ahead?.then((answer) => (answer.ok ? answer : ask()));
  const asked = drafts.hasAny(report) ? null : (again ?? ask());
  const leftBehind = await drafts.leftBehind(report);
  const aside: TypedText[] = [];
  let recovered = 0;
  for (const { draft } of leftBehind) {
    aside.push(...draft.aside);
    for (const step of draft.steps) {
      const answer = await bridge.call('reports.edit', { report, step });
      if (answer.ok) recovered += 1;
      else if (isRefusal(answer.failure)) aside.push(...typedTexts(step));
      else return answer;
    }
  }
  const read = await (asked ?? ask());
  if (!read.ok) return read;
  const editor = new ReportEditor(bridge, drafts, read.value, aside);
  for (const left of leftBehind) drafts.forget(left);
  return success({ editor, recovered });
}
