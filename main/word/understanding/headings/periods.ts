import { wordFinder } from './word-finder.ts';

/** Words of a heading that say for which time its column is: this report's year, or another. */
export interface Period {
  readonly length: number;
  readonly when: 'this' | 'another';
}

/** Times that a report is not about, as headings call them. */
const otherAt = wordFinder([
  ...[
    '前々年度',
    '前年度',
    '昨年度',
    '一昨年度',
    '前年',
    '昨年',
    '一昨年',
    '前回',
    '過年度',
    '過去',
    '従前',
    '直近',
  ],
  ...[
    '次年度',
    '翌年度',
    '来年度',
    '次期',
    '翌年',
    '来年',
    '最終年度',
    '最終目標',
    '中長期',
    '中期',
    '長期',
    '将来',
  ],
  ...[
    '現状',
    '現在',
    '基準',
    '基準年',
    '基準年度',
    '当初',
    '年度当初',
    '期首',
    '初期',
    '見込み',
    '見込',
    '予測',
    '推計',
  ],
  ...['中間', '年央', '上半期', '上期', '前半', '前半期', '前期', '途中', '四半期', '半期', '月別', '毎月'],
  ...['以降', '以後', '以前'],
]);
const ownAt = wordFinder([
  ...[
    '今年度',
    '本年度',
    '当年度',
    '当該年度',
    '今年',
    '本年',
    '年度',
    '年度末',
    '期末',
    '年間',
    '通年',
    '年度計',
  ],
  ...['下半期', '下期', '後半', '後半期', '後期', '最終評価', '最終実績', '最終結果', '最終', '確定'],
]);

const eras: Readonly<Record<string, number>> = {
  令和: 2018,
  平成: 1988,
  昭和: 1925,
  R: 2018,
  H: 1988,
  S: 1925,
};
const year =
  /(?:(令和|平成|昭和|[RHS])(\d{1,2}|元|[一二三四五六七八九十]{1,3})(?:年度?)?|(20\d\d|19\d\d)(?:年度?)?|(\d{1,2})年度)(?:末|中)?/y;
/** The same wherever it stands, but in a day. */
const everyYear = new RegExp(`${year.source}(?!年?\\d{1,2}月)`, 'g');
const quarter = /(?:第?([1-4一二三四])四半期|([1-4])Q|Q([1-4]))/y;
/** A day, a month or a span of months; what it ends with counts: 10月~3月 ends the year. */
const months =
  /(?:\d{1,2}月(?:\d{1,2}日|末)?[~〜～-])?(\d{1,2})月(?:\d{1,2}日)?(?:末日?|まで|時点|現在|期)*/y;
const span = /(?:\d{1,4}|元)(?:年度?)?[~〜～-](?:令和|平成|R|H)?(?:\d{1,4}|元)年度?/y;

/** The words of time that stand in `heading` at `at`; null for none. `heading` is in the words of comparable. */
export function periodAt(heading: string, at: number, fiscalYear: number | null): Period | null {
  const many = matchAt(span, heading, at);
  if (many !== null) return { length: many[0].length, when: 'another' };
  const dated = matchAt(year, heading, at);
  if (dated !== null) {
    const said = yearOf(dated, fiscalYear);
    const day = dated[0].endsWith('年') ? matchAt(months, heading, at + dated[0].length) : null;
    if (day !== null) {
      // The months up to March are the last ones of the fiscal year before.
      const fiscal = said === null ? null : said - (Number(day[1]) <= 3 ? 1 : 0);
      const same = day[1] === '3' && (fiscalYear === null || fiscal === null || fiscal === fiscalYear);
      return { length: dated[0].length + day[0].length, when: same ? 'this' : 'another' };
    }
    const same = fiscalYear === null || said === null || said === fiscalYear;
    return { length: dated[0].length, when: same ? 'this' : 'another' };
  }
  const quartered = matchAt(quarter, heading, at);
  if (quartered !== null) {
    const number = quartered[1] ?? quartered[2] ?? quartered[3] ?? '';
    return { length: quartered[0].length, when: /[4四]/.test(number) ? 'this' : 'another' };
  }
  const monthly = matchAt(months, heading, at);
  if (monthly !== null) return { length: monthly[0].length, when: monthly[1] === '3' ? 'this' : 'another' };
  const [word, when] = longest([
    [otherAt(heading, at), 'another'],
    [ownAt(heading, at), 'this'],
  ]);
  return word === '' ? null : { length: word.length, when };
}

/**
 * The year that follows this one, written as 次年度, so that names of what is planned for it are known; a day of it
 * stays a day.
 */
export function withNextYear(heading: string, fiscalYear: number | null): string {
  if (fiscalYear === null) return heading;
  return heading.replace(everyYear, (...groups: string[]) => {
    const said = yearOf(groups as unknown as RegExpExecArray, fiscalYear);
    return said === fiscalYear + 1 ? '次年度' : (groups[0] ?? '');
  });
}

/** The years that a text names, for tables in a file that says no year of its own. */
export function yearsIn(heading: string): number[] {
  return [...heading.matchAll(new RegExp(year.source, 'g'))]
    .map((found) => yearOf(found, null))
    .filter((said) => said !== null);
}

function yearOf([, era, ofEra, calendar, bare]: RegExpExecArray, fiscalYear: number | null): number | null {
  if (calendar !== undefined) return Number(calendar);
  if (era !== undefined) return (eras[era] ?? 0) + numberOf(ofEra ?? '');
  if (fiscalYear === null || bare === undefined) return null;
  return (fiscalYear > 2018 ? 2018 : 1988) + Number(bare);
}

function numberOf(text: string): number {
  if (text === '元') return 1;
  if (/^\d+$/.test(text)) return Number(text);
  const digit = (kanji: string): number => '一二三四五六七八九'.indexOf(kanji) + 1;
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['', text];
  return (text.includes('十') ? Math.max(1, digit(tens || '一')) * 10 : 0) + digit(ones || '零');
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function longest(found: readonly (readonly [string, Period['when']])[]): readonly [string, Period['when']] {
  return found.reduce((one, other) => (other[0].length > one[0].length ? other : one));
}
