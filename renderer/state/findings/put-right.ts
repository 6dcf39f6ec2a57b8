import type { Finding } from '../../../shared/model/checks/finding.ts';
import { editsOfFixes, fixesIn, type FixedText } from '../../../shared/model/checks/fixes.ts';
import { mention, type StepCause } from '../../../shared/model/step-cause.ts';
import type { ReportEditor } from '../editing/report-editor.svelte.ts';
import type { LiveFindings } from './live-findings.svelte.ts';

/** What the findings of a rule would have put in, where their words stand by now. */
export function fixableOf(live: LiveFindings, rule: string): readonly Finding[] {
  return (live.found ?? [])
    .filter((finding) => finding.rule === rule && finding.fix !== undefined)
    .flatMap((finding) => live.now(finding) ?? []);
}

/** The texts of the open report as they would be. */
export function textsWith(editor: ReportEditor, findings: readonly Finding[]): readonly FixedText[] {
  return fixesIn(editor.content.report(), findings).texts;
}

/**
 * Puts in what rules are certain of, as one step that is taken back as one; how many places. `name` is what the rule is
 * called.
 */
export function putRight(editor: ReportEditor, findings: readonly Finding[], name: string): number {
  if (editor.refuses()) return 0;
  editor.seal();
  const report = editor.content.report();
  const places = fixesIn(report, findings).texts.reduce((sum, { fixed }) => sum + fixed.length, 0);
  if (places === 0) return 0;
  const cause: StepCause = { kind: 'put-right', rule: mention(name), places };
  return editor.perform(editsOfFixes(report, findings), cause) ? places : 0;
}
