/** A fiscal year as it is written in a text. */
export interface YearInText {
  /** As written, without spaces: `平成２８年度`, `平成31年度(令和元年度)`. */
  readonly label: string;
  readonly fiscalYear: number;
  readonly start: number;
  readonly end: number;
}

/** First year of each era less one, by how it is written. */
const eras: Readonly<Record<string, number>> = {
  令和: 2018,
  平成: 1988,
  昭和: 1925,
  '㋿': 2018,
  '㍻': 1988,
  '㍼': 1925,
  R: 2018,
  H: 1988,
  S: 1925,
};

const digits = '[0-9０-９]';
const eraYear = `(令\\s*和|平\\s*成|昭\\s*和|㋿|㍻|㍼|[RHSＲＨＳ])\\s*(元|${digits}{1,2}|[一二三四五六七八九十]{1,3})`;
const pattern = new RegExp(
  `(?:${eraYear}(?:[(（][^()（）]{1,6}[)）])?|(?:西暦)?([12１２]${digits}{3}))\\s*年\\s*度` +
    '(?:[(（・/／][^()（）・/／]{1,8}年度[)）]?)?',
);

/** The first fiscal year that `text` names; null when it names none. */
export function yearInText(text: string): YearInText | null {
  const found = pattern.exec(text);
  if (found === null) return null;
  const [label, era, ofEra, calendar] = found;
  const fiscalYear =
    calendar === undefined
      ? (eras[(era ?? '').replace(/\s+/g, '').normalize('NFKC')] ?? eras[era ?? ''] ?? Number.NaN) +
        numberOf(ofEra ?? '')
      : Number(calendar.normalize('NFKC'));
  if (!(fiscalYear >= 1926 && fiscalYear <= 2999)) return null;
  return {
    label: label.replace(/\s+/g, ''),
    fiscalYear,
    start: found.index,
    end: found.index + label.length,
  };
}

/** 元, digits of either width, or kanji up to 九十九. */
function numberOf(text: string): number {
  if (text === '元') return 1;
  const plain = text.normalize('NFKC');
  if (/^\d+$/.test(plain)) return Number(plain);
  const [tens = '', ones = ''] = plain.includes('十') ? plain.split('十') : ['', plain];
  const digit = (kanji: string): number => '一二三四五六七八九'.indexOf(kanji) + 1;
  return (
    (plain.includes('十') ? Math.max(1, digit(tens || '一')) * 10 : 0) + (ones === '' ? 0 : digit(ones))
  );
}
