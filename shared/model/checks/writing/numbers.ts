import { ownWords, spotsOf, writingRule } from './writing-rule.ts';

const anyDigit = /[0-9０-９]/u;
const anySpace = /[ \u3000\u00A0]/u;

const spaces = '[ \\u3000\\u00A0]+';
const number = '[0-9０-９](?:[0-9０-９,，.．]*[0-9０-９])?';
/** Units that go on into another word are none (3 人権講座). */
const unit = [
  '件(?!数)',
  '人(?![権口材員事工])',
  '名(?![称簿前])',
  '回(?![答収復覧数])',
  '日(?![本常程付])',
  '年度',
  '年(?![代齢金末始])',
  '月(?![額例刊])',
  '枚|台|基(?![本準盤金])|か所|カ所|ヶ所|箇所|か月|カ月|団体|世帯|千円|百万円|万円|億円|円|％|%|冊',
  '本(?![市部年校人文館庁格])',
  '校(?![庭舎長])',
  '館(?![長内])',
  '戸(?![籍別])',
  '部(?![長局会分門])',
  '種類|歳|自治会|町内会',
].join('|');

/** 10,000 件, 平成 29 年: a space inside a number or a date. */
const spaced = new RegExp(
  [
    `(?:令和|平成|昭和|大正|約|第(?=${spaces}${number}${spaces}?(?:次|回|期|号|条|章)))${spaces}${number}(?:${spaces}?(?:${unit}|次|期|号|条|章))?`,
    `${number}${spaces}(?:${unit})`,
    `(?<![0-9０-９,，])[0-9]{1,3},${spaces}[0-9]{3}(?![0-9])(?:${spaces}?(?:${unit}))?`,
    `(?:令和|平成|昭和|大正)${number}${spaces}(?:年度|年)`,
  ].join('|'),
  'gu',
);

export const numberSpace = writingRule({
  id: 'number-space',
  clause: 'Ⅰ-4 数字の使い方',
  severity: 'warning',
  reads: ownWords,
  spotsIn: (text) =>
    anyDigit.test(text) && anySpace.test(text)
      ? spotsOf(text, spaced, ([found]) => ({ fix: found.replace(/[ \u3000\u00A0]/gu, '') }))
      : [],
});

const counted = [
  '件|人|名(?![称簿前])|枚|台|基|円|千円|百万円|万円|億円|冊|戸|世帯|団体|㎡|m²|km|kg|トン|時間|棟|頭|株|食|票|筆|通|箇所|か所|点(?![検字])',
  '本(?![市部年校人文館庁格])',
  '部(?![長局会分門])',
  '校(?![庭舎長])',
].join('|');
const fourDigits = /[0-9０-９]{4}/u;
const uncut = new RegExp(
  `(?<![0-9０-９,，.．\\-－‐A-Za-z第])(?:[1-9][0-9]{3,}|[１-９][０-９]{3,})(?=[ \\u3000]?(?:${counted}))`,
  'gu',
);

/** 5400基: a comma every three digits. Years and numbers of a thing have none. */
export const numberComma = writingRule({
  id: 'number-comma',
  clause: 'Ⅰ-4 イ（三桁ごとのコンマ）',
  severity: 'warning',
  reads: ownWords,
  spotsIn: (text) =>
    fourDigits.test(text)
      ? spotsOf(text, uncut, ([found]) => ({
          fix: found.replace(
            /(?<=[0-9０-９])(?=(?:[0-9０-９]{3})+$)/gu,
            /^[0-9]/u.test(found) ? ',' : '，',
          ),
        }))
      : [],
});
