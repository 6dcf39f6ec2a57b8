import type { MissingPart } from '../../shared/model/completeness.ts';
import { fieldNames } from '../../shared/words/field-names.ts';

/** What a row lacks, in a person's words. */
export function missingWords(part: MissingPart): string {
  switch (part.code) {
    case 'field-empty':
      return `${fieldNames[part.field]}が空欄です`;
    case 'paragraph-empty':
      return part.field === 'outcomes'
        ? `目標達成状況 ${part.number} に、文か実績値の入っていないところがあります`
        : `${fieldNames[part.field]}の ${part.number} 項目めが空です`;
    case 'target-without-measure':
      return `達成目標 ${part.number} に、目標の文がありません`;
    case 'target-without-outcome':
      return `達成目標 ${part.number} について、目標達成状況の記載がありません`;
    case 'target-without-verdict':
      return `達成目標 ${part.number} の達成状況が選ばれていません`;
    case 'outcome-without-target':
      return `目標達成状況 ${part.number} が、どの達成目標についてか選ばれていません`;
  }
}
