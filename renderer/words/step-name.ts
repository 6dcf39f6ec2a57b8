import type { StepSummary } from '../../shared/contract/report-requests.ts';
import { nameOfField, type OwnNames } from '../../shared/words/field-names.ts';
import { causeWords } from './cause-words.ts';

/** What a step did: 「No.3 達成目標を変更」. A form's own fields are called as `form`, the report's, calls them. */
export function stepName(step: StepSummary, form: OwnNames): string {
  const place = step.row === null ? '' : `No.${step.row} `;
  const what = step.field === null ? null : nameOfField(step.field, form);
  return step.cause === null ? nameOfEdits(step, form) : `${place}${causeWords(step.cause, what)}`;
}

function nameOfEdits({ kinds, field: id, row }: StepSummary, form: OwnNames): string {
  const field = id === null ? null : nameOfField(id, form);
  const first = kinds[0] ?? '';
  const only = kinds.every(
    (kind) => kind === first || (ownerOf(kind) === 'report' && ownerOf(first) === 'report'),
  )
    ? first
    : '';
  const place = row === null ? '' : `No.${row} `;
  if (only.startsWith('set-field:report')) return `${field ?? '標題'}を変更`;
  switch (only) {
    case 'add-initiative':
      return `${place}取組を追加`;
    case 'remove-initiative':
      return '取組を削除';
    case 'move-initiative':
      return `${place}取組を移動`;
    case 'set-stage':
      return '段階を変更';
    case 'set-report-standing':
      return '報告の段階を変更';
    case 'set-row-standing':
      return `${place}取組の状態を変更`;
    case 'set-form':
      return '様式を変更';
    case 'set-page-break':
      return `${place}改ページを変更`;
    case 'set-field:target.verdict':
      return `${place}判定を変更`;
    case 'add-target':
    case 'add-outcome':
      return `${place}${field ?? '項目'}を追加`;
    case 'remove-target':
    case 'remove-outcome':
      return `${place}${field ?? '項目'}を削除`;
    case 'move-target':
    case 'move-outcome':
      return `${place}${field ?? '項目'}を並べ替え`;
    default:
      return removesTarget(kinds)
        ? `${place}達成目標を削除`
        : `${place}${field ?? (row === null ? '複数の項目' : '内容')}を変更`;
  }
}

/** Whose field was set; null for any other deed. */
function ownerOf(deed: string): string | null {
  return /^set-field:(\w+)/.exec(deed)?.[1] ?? null;
}

/** A target that outcomes spoke of goes in one step with their references. */
function removesTarget(kinds: readonly string[]): boolean {
  return (
    kinds.includes('remove-target') &&
    kinds.every((kind) => kind === 'remove-target' || kind === 'set-field:outcome.targets')
  );
}

export function undoName(step: StepSummary | null, form: OwnNames): string {
  return step === null ? '元に戻す' : `元に戻す：${stepName(step, form)}`;
}

export function redoName(step: StepSummary | null, form: OwnNames): string {
  return step === null ? 'やり直す' : `やり直す：${stepName(step, form)}`;
}
