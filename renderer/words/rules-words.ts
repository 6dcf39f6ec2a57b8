import type { RuleFamily } from '../../shared/model/checks/finding.ts';

const families: { readonly [family in RuleFamily]: string } = {
  complete: '書き漏れ',
  figures: '数値の食い違い',
  judgement: '議員から問われそうな点',
  names: '名称の不統一',
  writing: '公用文の書き方',
};

const number = (count: number): string => count.toLocaleString('ja-JP');

/** Words of 「文書の決まり」. */
export const rulesWords = {
  command: '文書の決まり（指摘の種類と庁内の用語）',
  open: '文書の決まり…',
  sought: ['きまり', '規則', '用語', 'ようご', '表記', '公用文', '辞書', 'じしょ', '見送り'],
  heading: '文書の決まり',
  lead: '何を指摘するかと、庁内の用語を決めます。このファイルに保存され、ここを開く全員の指摘に使われます。文章は変わりません。',
  parts: '決める内容',
  part: {
    rules: '指摘の種類',
    words: '用語',
    style: '書き方の選択',
    ignored: '見送った箇所',
    files: '読み込み・書き出し',
  },
  refused: '文書の決まりを変えられませんでした',
  family: (family: RuleFamily) => families[family],
  weightOf: (rule: string) => `${rule}の扱い`,
  off: '使わない',
  asItComes: (weight: string) => `${weight}（初めのまま）`,

  words: {
    instead: '使わない語',
    write: '使う語',
    note: '備考',
    insteadHelp: '二つ以上は「、」で区切ります。',
    writeHelp: '空けておくと、使わないことだけを指摘します。',
    add: '用語を加える',
    addThis: '加える',
    remove: (word: string) => `「${word}」を消す`,
    of: (at: number) => `用語 ${at}`,
    count: (count: number) => `用語 ${number(count)}件`,
    find: '用語を探す',
    none: 'まだ用語がありません。',
    list: '用語の一覧',
    bad: '使わない語を入れ、使う語と同じにならないようにしてください。',
    allowed: 'そのままにする語',
    allowedHelp: '固有名詞など、どの指摘からも外す語です。',
    allowedNone: 'そのままにする語はありません。',
    allowThis: 'そのままにする',
    word: '語',
    more: 'さらに表示',
  },

  style: {
    lead: 'どちらも正しい書き方のうち、どちらにそろえるかを決めます。決めなければ、その文書に多いほうにそろえます。',
    unset: '文書に多いほう',
    digits: {
      name: '数字',
      half: '半角',
      full: '全角',
      'by-length': '一桁だけ全角',
    },
    punctuation: { name: '句読点', ten: '、。', comma: '，。' },
    sentences: { name: '文体', polite: 'です・ます', plain: 'である' },
    years: { name: '年', era: '和暦', western: '西暦' },
  },

  ignored: {
    none: '見送った箇所はありません。',
    list: '見送った箇所',
    lead: '指摘を見て、そのままでよいとした箇所です。文が変わると、また指摘します。',
    of: (rule: string, written: string | null) => (written === null ? rule : `「${written}」 ${rule}`),
    where: (row: number | null) => (row === null ? 'どこでも' : `No.${row}`),
    elsewhere: '別の報告',
    reason: (reason: string) => `理由：${reason}`,
    heed: 'また指摘する',
    heedName: (what: string) => `${what}をまた指摘する`,
  },

  files: {
    readLead:
      '市の公用文規程の用語一覧（Word の表、CSV、「子供 → 子ども」のような行）や、ほかの課から受け取った決まりのファイルを読み込みます。取り入れる前に、読み取った内容を直せます。',
    read: 'ファイルを選んで読み込む…',
    paste: '一覧を貼り付けて読み込む',
    pasteRead: '貼り付けた一覧を読み取る',
    writeLead: '決まりをまとめて、一つのファイルに書き出します。',
    json: 'ファイルに書き出す（ほかの Sengen で読み込めます）',
    csv: 'Excel 用の表（CSV）に書き出す',
    written: (path: string) => `書き出しました：${path}`,
    found: (count: number) => `読み取った用語 ${number(count)}件`,
    unread: (count: number) => `読み取れなかった行 ${number(count)}件`,
    line: (line: number, text: string) => `${number(line)}行目 ${text}`,
    take: (count: number) => `${number(count)}件を取り入れる`,
    taken: (count: number) => `用語を${number(count)}件取り入れました。`,
    rules: (name: string) => `「${name}」を読み取りました`,
    sum: (words: number, allowed: number, rules: number, ignored: number) =>
      `用語 ${number(words)}件、そのままにする語 ${number(allowed)}件、扱いを変えた指摘 ${number(rules)}件、見送った箇所 ${number(ignored)}件`,
    replaces: '今の決まりは、この内容に置き換わります。今の決まりを残すには、先に書き出してください。',
    replace: 'この決まりに置き換える',
    replaced: '文書の決まりを置き換えました。',
    addWords: '用語だけを加える',
    drop: '取り入れずに閉じる',
    nothing: '用語を読み取れませんでした。「子供 → 子ども」のように、1行に一つずつ書いてください。',
  },

  ignore: {
    here: 'この箇所は見送る…',
    reason: '見送る理由',
    reasonHelp: '後で見た人に分かるように書きます。',
    do: '見送る',
    done: 'この箇所の指摘を見送りました。文が変わると、また指摘します。',
    off: 'この決まりを使わない',
    offDone: (rule: string) => `「${rule}」は指摘しないことにしました。`,
    undo: '取り消す',
  },
} as const;
