import type { Form } from '../../../shared/model/form.ts';
import type { FieldDefinition } from '../../../shared/model/fields/field.ts';
import type { SuggestedGrade } from '../../../shared/model/verdicts/suggest-grade.ts';
import type { Initiative, Outcome, Target, Verdict } from '../../../shared/model/report.ts';

/** What can be read off a target and its outcomes, worded. The author decides. */
export interface VerdictReading {
  readonly suggested: Verdict;
  readonly sentence: string;
}

/** Reads a target as it stands; null where nothing can be said. What reads it comes when it is first wanted. */
export async function readVerdict(
  target: Target,
  row: Initiative,
  fiscalYear: number,
  { own }: Pick<Form, 'own'>,
): Promise<VerdictReading | null> {
  const [{ suggestVerdict }, { reasonSentence }] = await Promise.all([
    import('../../../shared/model/verdicts/suggest-verdict.ts'),
    import('../../../shared/words/verdict-sentences.ts'),
  ]);
  const suggestion = suggestVerdict(target, row, { fiscalYear, ...(own === undefined ? {} : { own }) });
  if (suggestion.suggested === 'not-assessable') return null;
  return { suggested: suggestion.suggested, sentence: reasonSentence(suggestion) };
}

/** A sentence for an outcome that says nothing yet; null where none can be made, or nothing is known of its target. */
export async function draftOutcome(
  outcome: Outcome,
  row: Initiative,
  rows: readonly Initiative[],
  fiscalYear: number,
  form: Pick<Form, 'own'>,
): Promise<string | null> {
  const { onlyTargetOf, outcomeDraft } = await import('../../../shared/words/outcome-draft.ts');
  const target = onlyTargetOf(outcome, row.targets);
  if (target === undefined) return null;
  const verdict = target.verdict ?? (await readVerdict(target, row, fiscalYear, form))?.suggested;
  return verdict === undefined ? null : outcomeDraft(target, verdict, rows);
}

/** A grade that can be read off a row's targets, worded. */
export interface GradeReading extends Pick<SuggestedGrade, 'sign'> {
  /** 108.0％. */
  readonly rate: string;
}

/** Reads a row's grade on the scale of a form's own field; null where none can be read. */
export async function readGrade(
  field: Pick<FieldDefinition, 'label' | 'choices'>,
  row: Initiative,
  fiscalYear: number,
  { own }: Pick<Form, 'own'>,
): Promise<GradeReading | null> {
  const [{ suggestGrade }, { rateWords }] = await Promise.all([
    import('../../../shared/model/verdicts/suggest-grade.ts'),
    import('../../../shared/words/verdict-sentences.ts'),
  ]);
  const found = suggestGrade(field, row, { fiscalYear, ...(own === undefined ? {} : { own }) });
  return found === null ? null : { sign: found.sign, rate: rateWords(found.rate) };
}
