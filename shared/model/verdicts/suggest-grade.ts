import type { FieldDefinition } from '../fields/field.ts';
import type { Initiative } from '../report.ts';
import { gradeOf, scaleOf } from './grade-scale.ts';
import { suggestVerdict, type AssessedIn } from './suggest-verdict.ts';

/** Names of fields that say how far a row came. A sign of any other, such as of its difficulty, is nobody's to read off figures. */
const graded = /達成度|達成区分|^評価$|判定|目標の達成/u;

/** A sign of a form's own scale, and the rate (1: just as promised) from which it is read. */
export interface SuggestedGrade {
  readonly sign: string;
  readonly rate: number;
}

/**
 * The grade of a row on the scale of a form's own field; null where the field is no grade, its scale is not known, or a target of
 * the row can't be compared. Of several targets the one that came least far counts.
 */
export function suggestGrade(
  { label, choices = [] }: Pick<FieldDefinition, 'label' | 'choices'>,
  row: Initiative,
  year: AssessedIn,
): SuggestedGrade | null {
  if (!graded.test(label) || row.targets.length === 0) return null;
  const scale = scaleOf(choices.map(({ sign }) => sign));
  if (scale === null) return null;
  const rates = row.targets.map((target) => suggestVerdict(target, row, year).rate);
  if (rates.some((rate) => rate === null)) return null;
  const rate = Math.min(...rates.map(Number));
  const sign = gradeOf(scale, rate);
  return sign === null ? null : { sign, rate };
}
