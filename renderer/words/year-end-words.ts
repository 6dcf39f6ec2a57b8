import { once } from '../../shared/once.ts';

const day = once(() => new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { era: 'long', year: 'numeric' }));

const initials: Readonly<Record<string, string>> = { 令和: 'R', 平成: 'H', 昭和: 'S' };

const kanjiDigits = [...'〇一二三四五六七八九'];

/**
 * The usual 時点 of a fiscal year's figures, its last day, written as the report writes its year.
 *
 * FY2016, 平成28年度 → 平成29年3月31日時点; 2016年度 → 2017年…; 平成２８年度 → 平成２９年３月３１日時点;
 * H28年度 → H29年…; 平成二十八年度 → 平成二十九年三月三十一日時点. Any other label is written in the era's years.
 */
export function yearEndWords(fiscalYear: number, yearLabel = ''): string {
  const label = yearLabel.replace(/[\s\u3000]/gu, '');
  const [, era = '', number = ''] =
    /^([^\d０-９〇一二三四五六七八九十元]*)([\d０-９]+|[〇一二三四五六七八九十]+)/u.exec(label) ?? [];
  const western = era === '' || era === '西暦' ? number.length === 4 : false;
  const write = /[０-９]/u.test(number)
    ? fullWidth
    : /^[〇一二三四五六七八九十]/u.test(number)
      ? kanji
      : plain;
  const year = western ? `${era}${write(fiscalYear + 1)}` : eraYear(fiscalYear + 1, era, write);
  return `${year}年${write(3)}月${write(31)}日時点`;
}

type Write = (number: number) => string;

/** The year of the era in which 31 March of a calendar year falls; with the era's initial where it is written so. */
function eraYear(calendarYear: number, written: string, write: Write): string {
  const parts = day().formatToParts(new Date(calendarYear, 2, 31));
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  const [era, year] = [part('era'), part('year')];
  const initial = initials[era] ?? era;
  const name = /^[A-Z]$/u.test(written) ? initial : /^[a-z]$/u.test(written) ? initial.toLowerCase() : era;
  return `${name}${year === '元' ? year : write(Number(year))}`;
}

const plain: Write = String;

const fullWidth: Write = (number) =>
  String(number).replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** 31 → 三十一; a calendar year digit by digit: 2017 → 二〇一七. */
const kanji: Write = (number) => {
  if (number >= 100) return [...String(number)].map((digit) => kanjiDigits[Number(digit)]).join('');
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return `${tens > 1 ? kanjiDigits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? kanjiDigits[ones] : ''}`;
};
