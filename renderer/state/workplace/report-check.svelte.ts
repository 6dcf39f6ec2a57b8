import type { Bridge } from '../../../shared/contract/bridge.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { Finding } from '../../../shared/model/checks/finding.ts';
import type { Initiative } from '../../../shared/model/report.ts';
import type { OwnNames } from '../../../shared/words/field-names.ts';
import type { ReportEditor } from '../editing/report-editor.svelte.ts';

/** A finding, worded. */
export interface WordedFinding {
  readonly finding: Finding;
  readonly sentence: string;
}

/** What main found in a report when a person asked. The page does no such work while somebody writes. */
export class ReportCheck {
  /** Null until it was asked. What a row lacks is left out: the page says that at each key. */
  found: readonly WordedFinding[] | null = $state.raw(null);
  failure: Failure | null = $state.raw(null);
  busy = $state(false);
  readonly #bridge: Bridge;
  #rows: readonly Initiative[] = $state.raw([]);

  constructor(bridge: Bridge) {
    this.#bridge = bridge;
  }

  /** Something was changed since. */
  isStale(editor: ReportEditor): boolean {
    const { rows } = editor.content;
    return (
      this.found !== null &&
      (rows.length !== this.#rows.length ||
        rows.some(({ initiative }, at) => initiative !== this.#rows[at]))
    );
  }

  async run(editor: ReportEditor): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    // What is typed is stored first: main looks at what is stored.
    editor.seal();
    await editor.flush();
    const rows = editor.content.rows.map(({ initiative }) => initiative);
    const [answer, { findingSentence }] = await Promise.all([
      this.#bridge.call('reports.check', { report: editor.content.id }),
      // Its words are many, and come when they are wanted.
      import('../../../shared/words/finding-sentences.ts'),
    ]);
    this.busy = false;
    this.failure = answer.ok ? null : answer.failure;
    if (!answer.ok) return;
    this.#rows = rows;
    this.found = worded(answer.value.findings, editor.content.form, findingSentence);
  }
}

function worded(
  findings: readonly Finding[],
  form: OwnNames,
  sentenceOf: (finding: Finding, form: OwnNames) => string,
): WordedFinding[] {
  return findings
    .filter(({ facts }) => !('code' in facts))
    .map((finding) => ({ finding, sentence: sentenceOf(finding, form) }));
}
