import { ownWords, spotsOf, writingRule } from './writing-rule.ts';

const anyDigit = /[0-9０-９]/u;
const anySpace = /[ \u3000\u00A0]/u;

const spaces = '[ \\u3000\\u00A0]+';
const number = '[0-9０-９](?:[0-9０-９,，.．]*[0-9０-９])?';
/** Units, with the characters behind which each is a piece of another word (3 人権講座). */
const units = {
  件: '数',
  人: '権口材員事工生身物形間類気',
  名: '称簿前所産物古',
  回: '答収復覧数転',
  日: '本常程付野立',
  月: '額例刊',
  枚: '方',
  台: '町場地所帳東',
  基: '本準盤金礎地',
  団体: '戦旅名',
  世帯: '主数',
  円: '山町滑卓形',
  冊: '',
  本: '市部年校人文館庁格町通田郷庄山川村',
  校: '庭舎長区歌正',
  館: '長内',
  戸: '籍別塚田建締外',
  部: '長局会分門落隊位品',
  歳: '出入末',
} as const;

/** One of these units, where it does not go on into another word. */
function unitsOf(names: readonly (keyof typeof units)[]): string {
  return names.map((name) => (units[name] === '' ? name : `${name}(?![${units[name]}])`)).join('|');
}

const unit = [
  unitsOf(Object.keys(units) as (keyof typeof units)[]),
  '年度|年(?![代齢金末始])',
  'か所|カ所|ヶ所|箇所|か月|カ月|千円|百万円|万円|億円|％|%|種類|自治会|町内会',
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
  spotsIn: (text, kind) =>
    anyDigit.test(text) && anySpace.test(text)
      ? spotsOf(text, spaced, ({ 0: found, index }) =>
          // 1 人にやさしいまち: the number of an item
          index === 0 && kind !== 'value' && /^[0-9０-９]{1,2}[ \u3000]/u.test(found)
            ? null
            : { fix: found.replace(/[ \u3000\u00A0]/gu, '') },
        )
      : [],
});

const counted = [
  unitsOf(['件', '人', '名', '枚', '台', '基', '円', '冊', '戸', '世帯', '団体', '本', '部', '校']),
  '千円|百万円|万円|億円|㎡|m²|km|kg|トン|時間|棟|頭|株|食|票|筆|通|箇所|か所|点(?![検字])',
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
