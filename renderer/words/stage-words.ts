import { stageNames } from '../../shared/words/stage-words.ts';

const { declaration, report, signed } = stageNames;

const brought = {
  begun: `取組結果などがあるため、段階を「${report}」に進めました。`,
  hidden: `取組結果などは、「${report}を始める」を押すと表示されます。`,
} as const;

/** Words of the stage that a report is at, and of going on to the next. */
export const stageWords = {
  label: '段階',
  at: (stage: string) => `段階：${stage}`,
  signed: (revision: number, document: string) => `${signed}（第${revision}版・${document}）`,
  revision: (revision: number) => `第${revision}版`,
  begin: `${report}を始める`,
  beginHelp: '取組結果・今後の取組の方向性・目標達成状況の欄を出します。',
  /** Of what brings results into a declaration: it goes on, or they are hidden. */
  brought: (results: 'begun' | 'hidden' | null) => (results === null ? '' : brought[results]),
  /** Of what was put into another report, at the stage of the declaration. */
  broughtHidden: `取組結果などは、写し先で「${report}を始める」を押すと表示されます。`,
  begun: `${report}を始めました。取組結果などの欄に書けます。`,
  goBack: `${declaration}の段階に戻す`,
  goBackHelp: '取組結果などの欄を隠します。書いた内容は消えません。',
  wentBack: `${declaration}の段階に戻しました。書いた取組結果などは、消えずに残っています。`,
  /** Below the last field of a declaration's row. */
  later: `取組結果や目標達成状況は、「${report}を始める」を押すと書けるようになります。`,
  /** Why a new 版 is begun, offered. */
  reason: `${report}の作成`,
} as const;
