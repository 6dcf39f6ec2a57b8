import type { Form } from '../../../shared/model/form.ts';
import type { Initiative, Target, Verdict } from '../../../shared/model/report.ts';

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
