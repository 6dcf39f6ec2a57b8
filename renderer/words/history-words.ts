import { isOwnFieldEdit, type Edit, type FieldEdit, type OwnFieldEdit } from '../../shared/model/edits.ts';
import type { OwnValue } from '../../shared/model/fields/field.ts';
import type { Form } from '../../shared/model/form.ts';
import type { OfficeForm } from '../../shared/model/forms/office-form.ts';
import { officialForm } from '../../shared/model/forms/official-form.ts';
import { figureText, targetText } from '../../shared/model/fields/items.ts';
import { isBlank } from '../../shared/model/plain-text.ts';
import type { Figure, Outcome, WritingStage } from '../../shared/model/report.ts';
import { fieldNames, headingNames, nameOnForm } from '../../shared/words/field-names.ts';
import { stageNames } from '../../shared/words/stage-words.ts';
import type { ReportStanding, RowStanding, RowState } from '../../shared/model/states/standing.ts';
import { reportPlaceNames, rowStateNames } from '../../shared/words/state-sentences.ts';
import { noVerdictLabel, verdictLabels } from './verdict-words.ts';
import { yearWords } from './year-words.ts';

/** One change in a person's words: what it touched, and what stood there before and after, line by line. */
export interface ChangeWords {
  readonly what: string;
  /** Null where there is nothing to show: moves. */
  readonly before: string | null;
  readonly after: string | null;
}

export function changeWords(edit: Edit, form: Form): ChangeWords {
  switch (edit.kind) {
    case 'set-field':
      return fieldChange(edit, form);
    case 'set-stage':
      return change('段階', stage(edit.before), stage(edit.after));
    case 'set-report-standing':
      return change('報告の段階', reportStanding(edit.before), reportStanding(edit.after));
    case 'set-row-standing':
      return change('取組の状態', rowStanding(edit.before), rowStanding(edit.after));
    case 'set-form':
      return change('様式', formName(edit.before), formName(edit.after));
    case 'add-initiative':
      return change('取組の追加', null, edit.initiative.title);
    case 'remove-initiative':
      return change('取組の削除', edit.initiative.title, null);
    case 'move-initiative':
      return change(`取組の移動（No.${edit.from + 1} から No.${edit.to + 1} へ）`, null, null);
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
    case 'add-outcome':
      return change('目標達成状況の追加', null, outcomeText(edit.outcome));
    case 'remove-outcome':
      return change('目標達成状況の削除', outcomeText(edit.outcome), null);
    case 'move-outcome':
      return change('目標達成状況の並べ替え', null, null);
  }
}

function formName(form: OfficeForm | null): string {
  return (form ?? officialForm).label;
}

type BuiltInEdit = Exclude<FieldEdit, OwnFieldEdit>;

function fieldChange(edit: FieldEdit, form: Form): ChangeWords {
  if (isOwnFieldEdit(edit)) {
    return change(nameOnForm(form, edit.field), linesOf(edit.before), linesOf(edit.after));
  }
  switch (edit.owner) {
    case 'report':
      return headingChange(edit);
    case 'row':
      return rowChange(edit);
    case 'target':
      return targetChange(edit);
    case 'outcome':
      return outcomeChange(edit);
  }
}

function headingChange(edit: Extract<BuiltInEdit, { owner: 'report' }>): ChangeWords {
  return edit.field === 'fiscalYear'
    ? change(headingNames.fiscalYear, yearWords(edit.before), yearWords(edit.after))
    : change(headingNames[edit.field], edit.before, edit.after);
}

function rowChange(edit: Extract<BuiltInEdit, { owner: 'row' }>): ChangeWords {
  const { field, before, after } = edit;
  const [was, is] = [before, after].map((value) => (typeof value === 'string' ? value : bullets(value)));
  return change(fieldNames[field], was ?? null, is ?? null);
}

function targetChange(edit: Extract<BuiltInEdit, { owner: 'target' }>): ChangeWords {
  return edit.field === 'verdict'
    ? change('判定', verdict(edit.before), verdict(edit.after))
    : change(`達成目標の${targetParts[edit.field]}`, edit.before ?? '', edit.after ?? '');
}

function outcomeChange(edit: Extract<BuiltInEdit, { owner: 'outcome' }>): ChangeWords {
  switch (edit.field) {
    case 'statement':
      return change('達成状況の説明', edit.before, edit.after);
    case 'asOf':
      return change('達成状況の時点', edit.before ?? '', edit.after ?? '');
    case 'figures':
      return change('実績値', figuresText(edit.before), figuresText(edit.after));
    case 'targets':
      return change('対象の達成目標', null, null);
  }
}

function linesOf(value: OwnValue): string {
  return typeof value === 'string' ? value : value.join('\n');
}

const targetParts = { measure: '内容', note: '補足', value: '目標値' } as const;

function change(what: string, before: string | null, after: string | null): ChangeWords {
  return { what, before, after };
}

function stage(value: WritingStage | null): string {
  return value === null ? '内容に合わせる' : stageNames[value];
}

function reportStanding(standing: ReportStanding | null): string {
  if (standing === null) return reportPlaceNames.writing;
  const { at, declared, reason, opened } = standing;
  return [
    reportPlaceNames[at],
    ...(declared === true ? ['宣言は公表済み'] : []),
    ...(reason === undefined ? [] : [`戻した理由：${reason}`]),
    ...(opened === undefined ? [] : [`宣言全体を開いた理由：${opened}`]),
  ].join('\n');
}

function rowStanding(standing: RowStanding | null): string {
  const { state, reason, opened }: Partial<RowStanding> & { state: RowState } = standing ?? {
    state: 'draft',
  };
  return [
    rowStateNames[state],
    ...(reason === undefined ? [] : [`差戻しの理由：${reason}`]),
    ...(opened === undefined ? [] : [`宣言の欄を開いた理由：${opened}`]),
  ].join('\n');
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
