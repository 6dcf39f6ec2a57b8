import { stageNames } from '../../shared/words/stage-words.ts';
import { hatNames, rowStateNames } from '../../shared/words/state-sentences.ts';
import type { Hat } from '../../shared/model/states/hats.ts';
import type { Lack } from '../../shared/model/states/next-step.ts';
import type { RowState } from '../../shared/model/states/standing.ts';
import type { StandingStep } from '../../shared/model/states/step-edits.ts';
import type { RowStep } from '../../shared/model/states/steps.ts';

const rowStepNames: { readonly [step in RowStep]: string } = {
  'hand-in': '提出する',
  'take-back': '提出を取り下げる',
  confirm: '確認済みにする',
  unconfirm: '確認を取り消す',
  return: '差し戻す',
};

const rowStepDone: { readonly [step in RowStep]: string } = {
  'hand-in': '提出しました。',
  'take-back': '提出を取り下げました。',
  confirm: '確認済みにしました。',
  unconfirm: '確認を取り消しました。',
  return: '差し戻しました。',
};

const lackNames: { readonly [kind in Lack['kind']]: (count: number) => string } = {
  returned: (count) => `差戻し ${count}件`,
  'not-handed-in': (count) => `未提出 ${count}件`,
  'not-confirmed': (count) => `未確認 ${count}件`,
  incomplete: (count) => `書き漏れのある取組 ${count}件`,
  conflicts: (count) => `食い違い ${count}件`,
  comments: (count) => `未解決のコメント ${count}件`,
};

/** Words of where rows and reports stand, of the parts that people take, and of the board. */
export const stateWords = {
  board: '進み具合',
  openBoard: (hat: Hat | null) => (hat === null ? '進み具合' : `進み具合（${hatNames[hat]}）`),
  boardLead:
    '課ごとに、提出・差戻し・書き漏れ・期限を一覧します。ひとりで作成しているときは、使わなくてもかまいません。',
  hat: '役割',
  hatHelp: 'このパソコンで行う役割です。パスワードではありません。選ぶと、その役割で行う操作だけが出ます。',
  noHat: '決めない（すべてひとりで行う）',
  hatNames,
  rowStates: rowStateNames,
  rowState: (state: RowState) => `状態：${rowStateNames[state]}`,
  rowTools: 'この取組の提出と確認',
  reportTools: '次の段階',
  rowStep: (step: RowStep) => rowStepNames[step],
  rowDone: (step: RowStep, number: number) => `No.${number} を${rowStepDone[step]}`,
  rowsDone: (step: RowStep, count: number) => `取組${count}件を${rowStepDone[step]}`,
  sectionStep: (step: RowStep, section: string) => `${section} をまとめて${rowStepNames[step]}`,
  returnedFor: (reason: string) => `差戻しの理由：${reason}`,
  openedFor: (reason: string) => `公表後に宣言の欄を開いた理由：${reason}`,
  reportReturnedFor: (reason: string) => `戻した理由：${reason}`,
  openRowAction: '宣言の欄を開く',
  openReportAction: '宣言全体を開く',
  reportStep: {
    declare: '宣言を公表済みにする',
    undeclare: '宣言の公表を取りやめる',
    compile: '取りまとめを始める',
    'back-to-writing': '報告の作成に戻す',
    submit: '部長の確認に回す',
    'return-report': '取りまとめに戻す',
    publish: '公表済みにする',
    unpublish: '公表を取り消す',
  } as const satisfies { readonly [step in StandingStep]: string },
  reportDone: {
    declare: '宣言を公表済みにしました。宣言の欄は、理由を書いて開くまで変更できません。',
    undeclare: '宣言の公表を取りやめました。',
    compile: '取りまとめを始めました。',
    'back-to-writing': '報告の作成に戻しました。',
    submit: '部長の確認に回しました。確認が終わるまで、変更できません。',
    'return-report': '取りまとめに戻しました。',
    publish: '公表済みにしました。',
    unpublish: '公表を取り消しました。',
  } as const satisfies { readonly [step in StandingStep]: string },
  opened: '宣言の欄を開きました。理由は履歴に残ります。',
  sign: '決裁を記録する',
  stage: (stage: keyof typeof stageNames) => `今の段階：${stageNames[stage]}`,
  next: (stage: keyof typeof stageNames) => `次の段階「${stageNames[stage]}」まで`,
  nothingMissing: '残っていることはありません。',
  lack: ({ kind, count }: Lack) => lackNames[kind](count),
  reason: '理由',
  returnRow: (number: number) => ({
    heading: `No.${number} を差し戻す`,
    lead: '担当の課に見せる理由を書いてください。',
    action: '差し戻す',
  }),
  returnReport: {
    heading: '取りまとめに戻す',
    lead: '取りまとめの担当者に見せる理由を書いてください。',
    action: '戻す',
  },
  undeclare: {
    heading: '宣言の公表を取りやめる',
    lead: '公表を取りやめる理由を書いてください。',
    action: '取りやめる',
  },
  openRow: (number: number) => ({
    heading: `No.${number} の宣言の欄を開く`,
    lead: '公表した宣言を直す理由を書いてください。理由は履歴に残り、取組に示します。',
    action: '開く',
  }),
  openReport: {
    heading: '宣言全体を開く',
    lead: '取組の追加・削除・並べ替えと、すべての宣言の欄を開きます。理由を書いてください。',
    action: '開く',
  },
  section: (name: string) => (name === '' ? '（担当課なし）' : name),
  rows: (count: number) => `取組${count}件`,
  counts: (state: RowState, count: number) => `${rowStateNames[state]} ${count}`,
  complete: (complete: number, rows: number) => `書き漏れなし ${complete}／${rows}`,
  conflicts: (count: number) => `食い違い ${count}`,
  comments: (count: number) => `コメント ${count}`,
  deadline: (deadline: string, days: number | null) =>
    days === null
      ? `期限 ${deadline}`
      : days < 0
        ? `期限 ${deadline}（${-days}日過ぎています）`
        : days === 0
          ? `期限 ${deadline}（今日まで）`
          : `期限 ${deadline}（あと${days}日）`,
  ownSection: (section: string) => `${section}の控え`,
  show: (section: string) => `${section} の取組`,
  goTo: (number: number) => `No.${number} へ`,
  remind: '催促の文を写す',
  remindName: (section: string) => `${section} への催促の文を写す`,
  reminded: (section: string) => `${section} への催促の文を写しました。メールなどに貼り付けてください。`,
  notCopied: '写せませんでした。もう一度押してください。',
  reminder: {
    head: (section: string, report: string) => `${section} 御中\n\n${report}の提出状況をお知らせします。`,
    deadline: (deadline: string) => `提出期限：${deadline}`,
    row: (number: number, title: string, what: string) => `・No.${number} ${title}：${what}`,
    none: '残っている取組はありません。御協力ありがとうございました。',
    tail: '御確認の上、御提出をお願いします。',
  },
} as const;
