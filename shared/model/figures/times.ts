import { matchAt, readNumeral } from './numerals.ts';
import type { TimePart, TimeRole, WrittenTime } from './written.ts';

export interface ReadTime {
  readonly end: number;
  readonly time: WrittenTime;
  readonly role: TimeRole | null;
}

const eras: Readonly<Record<string, number>> = {
  令和: 2018,
  平成: 1988,
  昭和: 1925,
  大正: 1911,
  明治: 1867,
  R: 2018,
  H: 1988,
  S: 1925,
};

const number = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
const parts =
  '(?<part>当初|初め|初旬|上旬|中旬|下旬|末|中(?!\\p{Script=Han})|前半|後半|内(?!\\p{Script=Han})|上半期|下半期|上期|下期|前期|後期|第 ?[1-4一二三四] ?四半期)';
const era = `(?<era>令和|平成|昭和|大正|明治|(?<![A-Za-z])[RHS](?=\\d)) ?(?<eraYear>元|${number})`;
const western = '(?<western>(?:19|20)\\d\\d)';

const patterns: readonly RegExp[] = [
  // 平成29年3月31日, 令和7年度末, 2026年3月末. Spaces may have strayed in.
  `(?:${era}|${western}) ?年(?:(?<fiscal>度)| ?(?<month>${number}) ?月(?: ?(?<day>${number}) ?日)?)?(?: ?${parts})?`,
  // H29.3.31, R7.10
  `${era}\\. ?(?<month>\\d{1,2})(?:\\. ?(?<day>\\d{1,2}))?(?![\\d.])`,
  // 2025/12/1, 2025.12.1, 2025-12-01
  `${western}(?<sign>[/.-])(?<month>\\d{1,2})(?:\\k<sign>(?<day>\\d{1,2}))(?![\\d/.-])`,
  // 28年度
  `(?<twoDigits>\\d{1,2}) ?年(?<fiscal>度)(?: ?${parts})?`,
  // 3月31日, 10月末, 7月を目途
  `(?<month>${number}) ?月(?! ?平均|間|額|例|給|刊|次|当)(?: ?(?<day>${number}) ?日(?!間)|(?: ?${parts})?)`,
  // 年度末, 本年度内, 年内; 年度 alone names no time.
  `(?:本|今|当|同|来|翌|次|前|昨)?年(?<fiscal>度)? ?${parts}`,
  // 前年度 alone qualifies a number (qualifiers.ts).
  `(?:本|今|当|同|来|翌|次)年(?<fiscal>度)`,
  `第 ?(?<quarter>[1-4一二三四]) ?四半期|(?<quarter2>[1-4]) ?[Q]`,
  '(?<half>上半期|下半期|上期|下期|前期|後期)',
].map((source) => new RegExp(source, 'uy'));

const roles: readonly (readonly [TimeRole, RegExp])[] = [
  ['around', / ?(?:を|の)?(?:目途|目処|めど)(?:に|として|で)?/uy],
  ['by', /(?:まで|迄)に?|以内|中に/uy],
  ['as-of', / ?(?:末)?(?:時点|現在|実績)/uy],
  ['from', /以降|から/uy],
  ['around', /頃|ごろ/uy],
];

/** The time at a place of a folded text; null where none begins. */
export function readTime(folded: string, at: number): ReadTime | null {
  if (!/[\d令平昭大明RHS第本今当同来翌次前昨年上下後一二三四五六七八九十]/u.test(folded[at] ?? ''))
    return null;
  for (const pattern of patterns) {
    const match = matchAt(pattern, folded, at);
    if (match === null) continue;
    const time = timeOf(match.groups ?? {});
    if (time === null) continue;
    return roleBehind(folded, at + match[0].length, time, match.groups?.['part']);
  }
  return null;
}

function roleBehind(folded: string, end: number, time: WrittenTime, part: string | undefined): ReadTime {
  for (const [role, pattern] of roles) {
    const match = matchAt(pattern, folded, end);
    if (match !== null) return { end: end + match[0].length, time, role };
  }
  // 年度内 and 年度中 say by when.
  return { end, time, role: part === '内' || part === '中' ? 'by' : null };
}

type Groups = Readonly<Record<string, string | undefined>>;

function timeOf(groups: Groups): WrittenTime | null {
  const month = count(groups['month']);
  const day = count(groups['day']);
  if (month !== null && (month < 1 || month > 12)) return null;
  if (day !== null && (day < 1 || day > 31)) return null;
  return {
    year: yearOf(groups),
    fiscal: groups['fiscal'] !== undefined,
    month,
    day,
    part: partOf(groups),
  };
}

function yearOf(groups: Groups): number | null {
  const { western, era, eraYear } = groups;
  if (western !== undefined) return Number(western);
  if (era === undefined || eraYear === undefined) return null;
  return (eras[era] ?? 0) + (eraYear === '元' ? 1 : (count(eraYear) ?? 0));
}

function count(text: string | undefined): number | null {
  return text === undefined ? null : (readNumeral(text, 0)?.number ?? null);
}

const partNames: Readonly<Record<string, TimePart>> = {
  当初: 'start',
  初め: 'start',
  初旬: 'early',
  上旬: 'early',
  中旬: 'mid',
  下旬: 'late',
  末: 'end',
  前半: 'H1',
  後半: 'H2',
  上半期: 'H1',
  下半期: 'H2',
  上期: 'H1',
  下期: 'H2',
  前期: 'H1',
  後期: 'H2',
};

function partOf({ part, quarter, quarter2, half }: Groups): TimePart | null {
  const named = part ?? half;
  const fourth =
    quarter ?? quarter2 ?? (named?.includes('四半期') ? named.replaceAll(/[第 ]|四半期/gu, '') : undefined);
  if (fourth !== undefined) return `Q${count(fourth) ?? 1}` as TimePart;
  return named === undefined ? null : (partNames[named] ?? null);
}
