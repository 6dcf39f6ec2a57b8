import { entries, wordRule, type WordEntry } from './word-list.ts';

const notAfterKanji = { notBehind: '[\\p{Script=Han}い]' };
const ending = '[るたてな]|ま[すしせ]';

function shortened(stems: string, around: Partial<WordEntry> = {}): WordEntry[] {
  return stems.split(' ').flatMap((stem) => entries(`${stem}れ ${stem}られ`, { ahead: ending, ...around }));
}

/** 見れる, 来れる: られ without its ら. 見れば is another form. */
export const raNuki = wordRule({
  id: 'ra-nuki',
  clause: 'Ⅲ-3 文の書き方（ら抜き言葉）',
  severity: 'warning',
  all: 'れ',
  words: [
    ...shortened('見 来 出 着 寝 得', notAfterKanji),
    ...shortened(
      '起き 食べ 受け 決め 続け 備え 借り 始め 考え 伝え 集め 進め 避け 答え 設け 届け 助け 逃げ 信じ 感じ 閉じ 降り 求め 高め 広げ つなげ 調べ 比べ 覚え 教え 見つけ 納め 預け 支え 迎え 耐え 超え 越え 変え 加え 生き 浴び 育て 並べ 述べ 定め 認め 深め 確かめ まとめ 改め 勤め 務め 努め 訪ね 尋ね 重ね 整え 応え',
    ),
  ],
});

/** 読まさせて, 行わさせて: a さ too many before せて. */
export const saIre = wordRule({
  id: 'sa-ire',
  clause: 'Ⅲ-3 文の書き方（さ入れ言葉）',
  severity: 'warning',
  all: 'させ',
  words: entries(
    `
    わさせ わせ
    らさせ らせ
    かさせ かせ
    がさせ がせ
    ばさせ ばせ
    まさせ ませ
    なさせ なせ
  `,
    { behind: '\\p{Script=Han}', ahead: 'て(?:いただ|頂|もら|くだ|下さ|ほし)' },
  ),
});
