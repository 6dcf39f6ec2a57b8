/** What a window says by itself, when the page in it can't or is about to go. */

/** A question of the system's own dialog. The first way is the safe one. */
export interface WindowQuestion {
  readonly message: string;
  readonly detail: string;
  readonly ways: readonly string[];
}

const later = '書きかけを残して閉じる';

/** Asked when a window is to close and not everything in it is stored. */
export const closingQuestions = {
  /** The page has not answered. */
  silent: {
    message: '画面がまだ応答していません。',
    detail:
      '保存済みの内容はそのままです。入力中だった文は、ここまでに受け取った分を書きかけとして残してあり、次に同じファイルを開いたときに戻ります。画面が止まってから打った文字は、待たないと残らないことがあります。',
    ways: ['待つ', later],
  },
  /** Not stored, but kept as drafts. */
  kept: {
    message: 'まだ保存できていない入力があります。',
    detail:
      '入力した文は、書きかけとしてこのパソコンに残してあります。閉じても、次に同じファイルを開いたときに戻ります。',
    ways: ['戻る', later],
  },
  /** Kept nowhere. */
  unkept: {
    message: 'まだ保存できていない入力があります。',
    detail:
      '書きかけとして残すこともできませんでした。このまま閉じると、保存できていない入力は失われます。戻って、大事な文をほかのところにコピーしてください。',
    ways: ['戻る', '入力を残さずに閉じる'],
  },
  /** Everything typed is stored, but a request is still being worked on. */
  working: {
    message: 'まだ終わっていない作業があります。',
    detail:
      '入力した内容は保存済みです。書き出しや取り込みの途中で閉じると、その作業は取りやめになります。元からあるファイルはそのまま残ります。',
    ways: ['待つ', '作業をやめて閉じる'],
  },
  /** The page's process has ended. */
  gone: {
    message: '画面の表示が止まりました。',
    detail:
      '保存済みの内容は残っています。入力中だった文も書きかけとして残してあり、画面を開き直すと戻ります。',
    ways: ['画面を開き直す', later],
  },
} as const satisfies Readonly<Record<string, WindowQuestion>>;

/** Asked when a page is in trouble by itself. */
export const troubleQuestions = {
  /** The page has taken no key or press for a long time. */
  unresponsive: {
    message: '画面が応答していません。',
    detail:
      '保存済みの内容はそのままです。開き直すと、入力中だった文は書きかけから戻ります。画面が止まってから打った文字は、待たないと残らないことがあります。',
    ways: ['待つ', '画面を開き直す'],
  },
  /** The page's process has ended. */
  gone: {
    message: '画面の表示が止まりました。',
    detail:
      '保存済みの内容は残っています。入力中だった文は書きかけとして残してあり、画面を開き直すと戻ります。',
    ways: ['画面を開き直す', '閉じる'],
  },
  /** A bug in the program itself. */
  fault: {
    message: 'プログラムに不具合が起きました。',
    detail:
      '保存済みの内容と書きかけは残っています。Sengen を起動し直すと、続きから書けます。繰り返すときは、起きたことを管理者に伝えてください。',
    ways: ['起動し直す', 'このまま続ける'],
  },
} as const satisfies Readonly<Record<string, WindowQuestion>>;
