import { documentRule, ownWords, type SpotAt, type WrittenText } from './writing-rule.ts';

/** One thing is called by one name. What is found is told at the first place of each name, with the other name. */

const sameThings: readonly (readonly (readonly [name: string, pattern: string])[])[] = [
  [
    ['マイナンバーカード', 'マイナンバーカード'],
    ['個人番号カード', '個人番号カード'],
  ],
  [
    ['マイナンバー', 'マイナンバー(?!カード|ポータル|制度)'],
    ['個人番号', '個人番号(?!カード)'],
  ],
  [
    ['ホームページ', 'ホームページ'],
    ['ウェブサイト', 'ウェブサイト'],
  ],
  [
    ['子ども', '子ども(?![・会の家])|子ども(?=の(?!家))'],
    ['子供', '子供(?![会])'],
    ['こども', '(?<![ぁ-ん])こども(?![ぁ-ん]{0}[・園会家])'],
  ],
  [
    ['障害者', '障害者(?!総合|基本|差別|雇用|手帳|権利|週間)'],
    ['障がい者', '障がい者'],
    ['障碍者', '障碍者'],
  ],
  [
    ['自治会', '自治会(?!連合|長連)'],
    ['町内会', '町内会(?!連合|長連)'],
  ],
  [
    ['放課後児童クラブ', '放課後児童クラブ'],
    ['学童保育', '学童保育'],
  ],
  [
    ['ごみ', '(?<![ぁ-ん])ごみ'],
    ['ゴミ', 'ゴミ'],
  ],
  [
    ['パブリックコメント', 'パブリックコメント|パブリック・コメント'],
    ['意見公募手続', '意見公募手続'],
  ],
];

interface Named {
  readonly name: string;
  readonly at: number;
  readonly index: number;
  readonly length: number;
}

const groups = sameThings.map((names) =>
  names.map(([name, source]) => ({ name, pattern: new RegExp(source, 'u') })),
);

/** Things that many offices call by two names. */
export const knownNames = documentRule({
  id: 'known-names',
  family: 'names',
  clause: 'Ⅱ-5（紛らわしい言葉を用いない工夫）',
  severity: 'warning',
  reads: ownWords,
  spotsIn: (texts) => {
    const all = texts.map(({ text }) => text).join('\n');
    return groups.flatMap((names) => {
      if (names.filter(({ pattern }) => pattern.test(all)).length < 2 || besides(names).test(all))
        return [];
      const used = names.flatMap(({ name, pattern }) => firstPlace(texts, name, pattern));
      return used.flatMap((one) =>
        told(
          texts,
          one,
          used.find(({ name }) => name !== one.name),
        ),
      );
    });
  },
});

/** 自治会・町内会, マイナンバーカード（個人番号カード）: both are meant, or one explains the other. */
function besides(names: readonly { readonly pattern: RegExp }[]): RegExp {
  const any = names.map(({ pattern }) => pattern.source).join('|');
  return new RegExp(`(?:${any})(?:[・、（(や]|及び|又は|と)(?:${any})`, 'u');
}

function firstPlace(texts: readonly WrittenText[], name: string, pattern: RegExp): Named[] {
  for (const [at, { text }] of texts.entries()) {
    const match = pattern.exec(text);
    if (match !== null) return [{ name, at, index: match.index, length: match[0].length }];
  }
  return [];
}

/** `more` is the number of the row in which the other name stands. */
function told(texts: readonly WrittenText[], one: Named, other: Named | undefined): SpotAt[] {
  if (other === undefined) return [];
  const number = texts[other.at]?.number ?? null;
  return [
    {
      at: one.at,
      span: [one.index, one.index + one.length],
      instead: other.name,
      ...(number === null ? {} : { more: number }),
    },
  ];
}

/** What the name of a thing that an office sets up ends in. */
const heads =
  '要綱|要領|条例|規則|規程|計画|指針|方針|プラン|ビジョン|戦略|構想|マニュアル|ガイドライン|協定|システム|制度|委員会|協議会|センター';
const named = new RegExp(`[\\p{Script=Han}\\p{Script=Katakana}ー々A-Za-z0-9・]{2,40}?(?:${heads})`, 'gu');
const anyHead = new RegExp(heads, 'u');
const head = new RegExp(`(?:${heads})$`, 'u');
const shortestName = 6;
/** What two names must share besides their head. */
const shared = 4;
/** Longest part that one of two names lacks. */
const longestGap = 3;
/** Parts that stand for each other in the names of rules of procedure. */
const likeParts = new Set(['取扱', '処理', '実施', '運用', '執行', '施行', '事務取扱', '事務処理']);

/** Long names of which one lacks a part in its middle, or has another word for it: 事務要綱, 事務取扱要綱, 事務処理要綱. */
export const oneName = documentRule({
  id: 'one-name',
  family: 'names',
  clause: 'Ⅱ-5（紛らわしい言葉を用いない工夫）',
  severity: 'hint',
  reads: ownWords,
  spotsIn: (texts) => {
    const names = longNames(texts);
    const nearest = new Map<Named, Named>();
    for (const [at, one] of names.entries()) {
      for (let next = at + 1; next < names.length; next += 1) {
        const other = names[next];
        if (other === undefined) break;
        if (!nearlyEqual(one.name, other.name, texts[one.at]?.row === texts[other.at]?.row)) continue;
        if (!nearest.has(one)) nearest.set(one, other);
        if (!nearest.has(other)) nearest.set(other, one);
      }
    }
    return [...nearest].flatMap(([one, other]) => told(texts, one, other));
  },
});

/** Each name once, at its first place. */
function longNames(texts: readonly WrittenText[]): Named[] {
  const names = new Map<string, Named>();
  for (const [at, { text }] of texts.entries()) {
    if (!anyHead.test(text)) continue;
    for (const { index, 0: name } of text.matchAll(named)) {
      if (name.length < shortestName || names.has(name)) continue;
      names.set(name, { name, at, index, length: name.length });
    }
  }
  // 星見市…要綱 is …要綱 in full
  return [...Map.groupBy(names.values(), ({ at }) => texts[at]?.row).values()].flatMap((inRow) =>
    inRow.filter((one) => !inRow.some((other) => other !== one && one.name.endsWith(other.name))),
  );
}

function nearlyEqual(one: string, other: string, sameRow: boolean): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  const ending = head.exec(short)?.[0] ?? '';
  if (ending === '' || !long.endsWith(ending) || long.endsWith(short)) return false;
  const body = short.length - ending.length;
  const before = commonStart(short, long);
  const behind = Math.min(commonEnd(short, long), short.length - before);
  if (behind < ending.length) return false;
  if (before + behind === short.length) {
    const gap = long.slice(before, long.length - behind);
    return (
      before >= 2 && body >= shared && gap.length <= longestGap && !/[0-9０-９第新旧東西南北中]/u.test(gap)
    );
  }
  const [partOfShort, partOfLong] = [
    short.slice(before, -behind),
    long.slice(before, long.length - behind),
  ];
  if (before >= 2 && likeParts.has(partOfShort) && likeParts.has(partOfLong)) return true;
  // Within a row, the end of a longer name: …支援事務取扱要綱 and 事務処理要綱
  const tail = long.slice(-short.length);
  const from = commonStart(short, tail);
  const to = Math.min(commonEnd(short, tail), short.length - from);
  return (
    sameRow &&
    from >= 2 &&
    to >= ending.length &&
    likeParts.has(short.slice(from, -to)) &&
    likeParts.has(tail.slice(from, -to))
  );
}

function commonStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

function commonEnd(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one.at(-1 - at) === other.at(-1 - at)) at += 1;
  return at;
}
