import type { MissingPart } from '../../shared/model/completeness.ts';
import { fieldNames } from '../../shared/words/field-names.ts';

/** What a row lacks, in a person's words. */
export function missingWords(part: MissingPart): string {
  switch (part.code) {
    case 'field-empty':
      return `${fieldNames[part.field]}が未記入です`;
    case 'paragraph-empty':
      return part.field === 'outcomes'
        ? `達成状況 ${part.number} に、文か実績値の未記入があります`
        : `${fieldNames[part.field]}の ${part.number} 項目めが未記入です`;
    case 'target-without-measure':
      return `達成目標 ${part.number} の目標が未記入です`;
    case 'target-without-outcome':
      return `達成目標 ${part.number} についての達成状況の記載がありません`;
    case 'target-without-verdict':
      return `達成目標 ${part.number} の達成状況が未選択です`;
    case 'outcome-without-target':
      return `達成状況 ${part.number} が、どの達成目標についてか未選択です`;
  }
}
