import type { Bridge } from '../../../shared/contract/bridge.ts';
import type { RequestInput, RequestName, RequestOutput } from '../../../shared/contract/requests.ts';
import { failed, type Result } from '../../../shared/result.ts';
import type { FileQuestions } from '../page/file-questions.svelte.ts';
import type { ReportEditor } from '../editing/report-editor.svelte.ts';

/** What work on an open report's Word files goes through. */
export interface WordParts {
  readonly bridge: Bridge;
  readonly questions: FileQuestions;
  readonly editor: ReportEditor;
}

/** Makes a request once everything typed is stored: no file and no comparison lags behind the page. */
export async function afterSaving<N extends RequestName>(
  { bridge, questions, editor }: WordParts,
  name: N,
  input: RequestInput<N>,
): Promise<Result<RequestOutput<N>>> {
  if (!(await editor.flush())) {
    return failed(editor.save.kind === 'failed' ? editor.save.failure : { code: 'unreachable' });
  }
  return questions.during(() => bridge.call(name, input));
}
