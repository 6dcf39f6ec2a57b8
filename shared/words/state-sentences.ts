import type { Stage } from '../model/stage.ts';
import type { Hat } from '../model/states/hats.ts';
import type { StateRefusal } from '../model/states/refusal.ts';
import { rowStates, type ReportStanding, type RowState } from '../model/states/standing.ts';
import { stageNames } from './stage-words.ts';

/** What a person calls the states of a row, and the parts that somebody takes. */
export const rowStateNames: { readonly [state in RowState]: string } = {
  draft: '下書き',
  'handed-in': '提出済み',
  confirmed: '確認済み',
  returned: '差戻し',
};

/** Where a report is, beside what is being written. */
export const reportPlaceNames: { readonly [at in ReportStanding['at']]: string } = {
  writing: '作成中',
  compiling: stageNames.compiling,
  review: stageNames.review,
  published: stageNames.published,
};

export const hatNames: { readonly [hat in Hat]: string } = {
  writer: '担当',
  compiler: '取りまとめ',
  head: '部長',
};

/** Why an edit was not made, and what to do instead. A new reason does not compile until it has its sentences here. */
export function stateSentences(refusal: StateRefusal): {
  readonly happened: string;
  readonly next: string;
} {
  switch (refusal.why) {
    case 'signed':
      return {
        happened: '決裁済みのため、変更できません。',
        next: '直す必要があるときは、理由を書いて次の版を始めてください。',
      };
    case 'no-such-step':
      return {
        happened:
          refusal.from === refusal.to
            ? `「${nameOf(refusal.from)}」のままでは、この操作はできません。`
            : `「${nameOf(refusal.from)}」から「${nameOf(refusal.to)}」へは進めません。`,
        next: '画面の「次の段階」に出ている操作を、順に行ってください。',
      };
    case 'other-hat':
      return {
        happened: `この操作は、${refusal.hats.map((hat) => `「${hatNames[hat]}」`).join('か')}の役割で行います。`,
        next: '行う立場にあるときは、上の「役割」で選び直してください。',
      };
    case 'reason-missing':
      return {
        happened: '理由が書かれていません。',
        next: '相手に伝わるように、理由を一文で書いてください。',
      };
    case 'head-suggests':
      return {
        happened: '「部長」の役割では、本文を直接には書き換えません。',
        next: '直したいところは、コメントに書いてください。自分で直すときは、「役割」で「取りまとめ」を選んでください。',
      };
    case 'compilers-part':
      return {
        happened: '標題や様式、宣言全体の変更は、「取りまとめ」の役割で行います。',
        next: '必要なときは、取りまとめの担当者に伝えてください。',
      };
    case 'compiling':
      return {
        happened: '取りまとめ中のため、「担当」の役割では変更できません。',
        next: '直したいところは、コメントに書くか、取りまとめの担当者に差戻しを頼んでください。',
      };
    case 'in-review':
      return {
        happened: '部長が確認しているため、変更できません。',
        next: '直したいところは、コメントに書いてください。書き換えるときは、先に「取りまとめに戻す」を行ってください。',
      };
    case 'row-handed-in':
      return {
        happened: '提出済みの取組のため、変更できません。',
        next: '直すときは「提出を取り下げる」を押してから書いてください。小さな直しは、コメントでも伝えられます。',
      };
    case 'row-confirmed':
      return {
        happened: '確認済みの取組のため、変更できません。',
        next: '小さな直しは、コメントで伝えられます。書き換えるときは、先に「確認を取り消す」か「差し戻す」を行ってください。',
      };
    case 'declared':
      return {
        happened: '公表した宣言の欄のため、変更できません。',
        next: '直す必要があるときは「宣言の欄を開く」を押し、理由を書いてください。理由は履歴に残ります。',
      };
    case 'declared-rows':
      return {
        happened: '宣言を公表した後は、取組の追加・削除・並べ替えができません。',
        next: '必要なときは「宣言全体を開く」を押し、理由を書いてください。理由は履歴に残ります。',
      };
    case 'state-brought':
      return {
        happened: '提出や確認の済んだ取組として加えることはできません。',
        next: '下書きとして加えてから、提出してください。',
      };
  }
}

function nameOf(state: Stage | RowState): string {
  return isRowState(state) ? rowStateNames[state] : stageNames[state];
}

function isRowState(state: string): state is RowState {
  return rowStates.some((known) => known === state);
}
