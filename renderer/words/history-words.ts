import type { Edit } from '../../shared/model/edits.ts';
import { figureText, targetText } from '../../shared/model/outline.ts';
import { isBlank } from '../../shared/model/plain-text.ts';
import type { Figure, Outcome, WritingStage } from '../../shared/model/report.ts';
import { fieldNames, headingNames } from '../../shared/words/field-names.ts';
import { stageNames } from '../../shared/words/stage-words.ts';
import { noVerdictLabel, verdictLabels } from './verdict-words.ts';
import { yearWords } from './year-words.ts';

/** One change in a person's words: what it touched, and what stood there before and after, line by line. */
export interface ChangeWords {
  readonly what: string;
  /** Null where there is nothing to show: moves. */
  readonly before: string | null;
  readonly after: string | null;
}

export function changeWords(edit: Edit): ChangeWords {
  switch (edit.kind) {
    case 'set-report-field':
      return edit.field === 'fiscalYear'
        ? change(headingNames.fiscalYear, yearWords(edit.before), yearWords(edit.after))
        : change(headingNames[edit.field], edit.before, edit.after);
    case 'set-stage':
      return change('段階', stage(edit.before), stage(edit.after));
    case 'add-initiative':
      return change('取組の追加', null, edit.initiative.title);
    case 'remove-initiative':
      return change('取組の削除', edit.initiative.title, null);
    case 'move-initiative':
      return change(`取組の移動（No.${edit.from + 1} から No.${edit.to + 1} へ）`, null, null);
    case 'set-initiative-text':
      return change(fieldNames[edit.field], edit.before, edit.after);
    case 'set-paragraphs':
      return change(fieldNames[edit.field], bullets(edit.before), bullets(edit.after));
    case 'set-page-break':
      return change(
        `改ページ（${stageNames[edit.document]}）`,
        edit.before ? 'する' : 'しない',
        edit.after ? 'する' : 'しない',
      );
    case 'add-target':
      return change('達成目標の追加', null, targetText(edit.target));
    case 'remove-target':
      return change('達成目標の削除', targetText(edit.target), null);
    case 'move-target':
      return change('達成目標の並べ替え', null, null);
    case 'set-target-text':
      return change(`達成目標の${targetParts[edit.field]}`, edit.before ?? '', edit.after ?? '');
    case 'set-verdict':
      return change('判定', verdict(edit.before), verdict(edit.after));
    case 'add-outcome':
      return change('目標達成状況の追加', null, outcomeText(edit.outcome));
    case 'remove-outcome':
      return change('目標達成状況の削除', outcomeText(edit.outcome), null);
    case 'move-outcome':
      return change('目標達成状況の並べ替え', null, null);
    case 'set-outcome-text':
      return change(
        edit.field === 'statement' ? '達成状況の説明' : '達成状況の時点',
        edit.before ?? '',
        edit.after ?? '',
      );
    case 'set-figures':
      return change('実績値', figuresText(edit.before), figuresText(edit.after));
    case 'set-outcome-targets':
      return change('対象の達成目標', null, null);
  }
}

const targetParts = { measure: '内容', note: '補足', value: '目標値' } as const;

function change(what: string, before: string | null, after: string | null): ChangeWords {
  return { what, before, after };
}

function stage(value: WritingStage | null): string {
  return value === null ? '内容に合わせる' : stageNames[value];
}

function bullets(paragraphs: readonly string[]): string {
  return paragraphs.map((text) => `・${text}`).join('\n');
}

function verdict(value: keyof typeof verdictLabels | null): string {
  return value === null ? noVerdictLabel : verdictLabels[value];
}

function figuresText(figures: readonly Figure[]): string {
  return figures.map(figureText).join('\n');
}

function outcomeText({ statement, asOf, figures }: Outcome): string {
  return [statement, ...(isBlank(asOf) ? [] : [`【${asOf}】`]), figuresText(figures)]
    .filter((line) => line !== '')
    .join('\n');
}
