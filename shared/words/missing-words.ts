import type { MissingPart } from '../model/completeness.ts';
import { nameOnForm, type OwnNames } from './field-names.ts';

/** What a row lacks, in a person's words: the same in the list of rows and among the findings. */
export function missingWords(part: MissingPart, form: OwnNames): string {
  switch (part.code) {
    case 'row-unwritten':
      return 'すべての欄が未記入';
    case 'field-empty':
      return `${nameOnForm(form, part.field)}が未記入`;
    case 'paragraph-empty':
      return part.field === 'outcomes'
        ? `達成状況 ${part.number} の説明か実績値が未記入`
        : `${nameOnForm(form, part.field)}の${part.number}項目めが未記入`;
    case 'part-empty': {
      const of = part.field === 'targets' ? '達成目標' : '達成状況';
      return `${of} ${part.number} の${nameOnForm(form, part.part)}が未記入`;
    }
    case 'target-without-measure':
      return `達成目標 ${part.number} の内容が未記入`;
    case 'target-without-outcome':
      return `達成目標 ${part.number} についての達成状況がない`;
    case 'target-without-verdict':
      return `達成目標 ${part.number} の判定が未選択`;
    case 'outcome-without-target':
      return `達成状況 ${part.number} がどの達成目標についてか未選択`;
  }
}

/** All that a row lacks in one line; empty when it lacks nothing. */
export function missingSummary([first, ...others]: readonly MissingPart[], form: OwnNames): string {
  if (first === undefined) return '';
  if (first.code === 'row-unwritten') return '未記入';
  return others.length === 0
    ? missingWords(first, form)
    : `${missingWords(first, form)} ほか${others.length}件`;
}
