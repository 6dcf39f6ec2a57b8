import { comparable, fieldNameAt, fieldNamed, placeOfName, type ColumnField } from '../field-names.ts';
import type { ReadFor } from '../known-form.ts';
import { frameWordAt, glueWordAt, otherWordAt } from './other-words.ts';
import { periodAt, withNextYear } from './periods.ts';

/** What a cell says as the heading of a column, a row or a part of a sheet. */
export interface HeadingMeaning {
  /** As it stands there, without remarks. */
  readonly text: string;
  /**
   * `field`: it is made of names of fields and nothing else; `another`: it names what a report has no field
   * for, or another time; `frame`: it only groups others, or names this year; `unknown`: any other text.
   */
  readonly kind: 'field' | 'another' | 'frame' | 'unknown' | 'none';
  /** In its order; none unless `kind` is `field`. */
  readonly fields: readonly ColumnField[];
  /** Where two columns are for one field, the one with the lower number counts. */
  readonly place: number;
  /** It names a time that the report is not about, whatever else it says: so do all headings under it. */
  readonly anotherTime: boolean;
  /** A number at its end: 取組2. */
  readonly number: string | null;
  /** What it tells the writer besides: ※年度末に記入. */
  readonly remarks: readonly string[];
}

/** Longer texts are no headings. */
export const longestHeading = 60;

const none: HeadingMeaning = {
  text: '',
  kind: 'none',
  fields: [],
  place: Number.MAX_SAFE_INTEGER,
  anotherTime: false,
  number: null,
  remarks: [],
};

/**
 * What the latest short texts say by themselves, by year and text: a table says the same words in thousands of cells. So few
 * texts are held that it does not matter whose they were.
 */
const remembered = new Map<string, HeadingMeaning>();
const mostRemembered = 500;

/** Reads a cell's lines as a heading. */
export function headingMeaning(lines: readonly string[], reading: ReadFor): HeadingMeaning {
  const said = lines.join('\n');
  if (said.length > longestHeading) return readMeaning(lines, reading);
  const own = ownMeaning(lines, reading);
  if (own !== null) return own;
  const { fiscalYear } = reading;
  const key = `${fiscalYear ?? ''}\n${said}`;
  const before = remembered.get(key);
  if (before !== undefined) return before;
  const meaning = readMeaning(lines, reading);
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(key, meaning);
  return meaning;
}

/** How money is counted, behind the name of what costs it. */
const moneyInBrackets = /[(（［[]\s*(?:単位\s*[:：]?\s*)?[千万億百]{0,2}円\s*[)）］\]]/gu;

/** A heading that is the name of a form's own field and no more counts before the words of which it is made. */
function ownMeaning(lines: readonly string[], { fiscalYear, form }: ReadFor): HeadingMeaning | null {
  if (form.names.size === 0) return null;
  const { kept, remarks } = withoutRemarks(lines);
  const text = kept.join('');
  const whole = form.fieldNamed(text);
  if (whole !== undefined) return { ...none, text, kind: 'field', fields: [whole], remarks };
  const { plain, more } = wordsOf([text.replace(moneyInBrackets, '')], fiscalYear);
  const field = form.fieldNamed(plain);
  // (前年度) or (決算) behind the name makes it another one.
  if (field === undefined || more.another || more.anotherTime) return null;
  return { ...none, text, kind: 'field', fields: [field], remarks: [...remarks, ...more.remarks] };
}

function readMeaning(lines: readonly string[], { fiscalYear }: ReadFor): HeadingMeaning {
  const { kept, remarks } = withoutRemarks(lines);
  const text = kept.join('');
  if (text === '') return remarks.length === 0 ? none : { ...none, remarks };
  // An item or a sentence is no heading; there is no need to look for names in it.
  if (text.length > longestHeading || /^[・･●○]\s*\S|。$/u.test(text)) {
    return { ...none, text, kind: 'unknown', remarks };
  }
  const { plain, breaks, number, more } = wordsOf(kept, fiscalYear);
  const found = decompose(plain, breaks, fiscalYear);
  const anotherTime = found.anotherTime || more.anotherTime;
  const whole = found.left === 0 && plain !== '';
  const another = whole && (found.another || anotherTime || more.another);
  const known = whole && !another && found.fields.length > 0;
  // A unit in brackets, (千円), names nothing; a sign by itself may be a grade.
  const unit = plain === '' && /^[([（［【〔].*[)\]）］】〕]$/u.test(text);
  const kind = another ? 'another' : known ? 'field' : whole || unit ? 'frame' : 'unknown';
  return {
    text,
    kind,
    fields: known ? found.fields : [],
    place: found.place,
    anotherTime,
    number,
    remarks: [...remarks, ...more.remarks],
  };
}

const remarkStart = /^[\s(（]*(?:※|＊|\*|注[)）:：\d１-９]|[(（]注|[[【［]注)/;

/** A line that only tells the writer what to do is no part of the name. */
function withoutRemarks(lines: readonly string[]): { kept: string[]; remarks: string[] } {
  const kept: string[] = [];
  const remarks: string[] = [];
  for (const line of lines.map((text) => text.trim()).filter((text) => text !== '')) {
    const at = remarkStart.test(line) ? 0 : line.search(/[(（]?※/);
    if (at === 0 || (remarks.length > 0 && kept.length > 0 && /[。]$/.test(line))) remarks.push(line);
    else if (at > 0) {
      kept.push(line.slice(0, at).trim());
      remarks.push(line.slice(at).trim());
    } else kept.push(line);
  }
  return { kept, remarks };
}

interface Words {
  /** In the words of comparable, without what separates names. */
  readonly plain: string;
  /** Where in it something separated two names: a line's end, a space, a bracket, a sign. */
  readonly breaks: ReadonlySet<number>;
  readonly number: string | null;
  /** What brackets said that are no part of the name. */
  readonly more: { readonly another: boolean; readonly anotherTime: boolean; readonly remarks: string[] };
}

const separator = '|';

/** (件), (千円), (単位：人), ( ): they say how figures are counted, and nothing that could be missed. */
const unitInBrackets =
  /^\s*(?:単位.{0,8}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}%％]{0,3})\s*$/u;

function wordsOf(lines: readonly string[], fiscalYear: number | null): Words {
  const more = { another: false, anotherTime: false, remarks: [] as string[] };
  const spelled = withoutNumbering(lines.join(separator))
    .normalize('NFKC')
    .replace(/[<〈《]([^<>〈〉《》]*)[>〉》]/g, '($1)')
    .replace(/[([【〔]([^()[\]【】〔〕]*)[)\]】〕]/g, (_, inside: string) => bracket(inside))
    .replace(/[\s・、,/:;&+＝=→⇒\-－―ー―]+(?=$|.)/g, (sign) => (/[ー]/.test(sign) ? sign : separator));
  const joined = withNextYear(spelledAlike(spelled), fiscalYear);
  const [, body = '', number = null] = /^(.*?[^\dA-Z|])(?:\|*(\d{1,2}))?\|*$/.exec(joined) ?? [];
  const breaks = new Set<number>();
  let plain = '';
  for (const character of number === null ? joined : body) {
    if (character === separator) breaks.add(plain.length);
    else plain += character;
  }
  return { plain, breaks, number, more };

  /** Names and times in brackets count; units and requests to the writer do not. */
  function bracket(inside: string): string {
    const plainInside = comparable(inside).replace(/[・、,/:|]/g, '');
    const found = decompose(plainInside, new Set(everyPlace(plainInside)), fiscalYear);
    if (found.anotherTime) more.anotherTime = true;
    if (found.left > 0 || plainInside === '') {
      if (!unitInBrackets.test(inside)) more.remarks.push(inside.trim());
      return separator;
    }
    if (found.another) more.another = true;
    return found.fields.length > 0 && !found.another ? separator + inside + separator : separator;
  }
}

function everyPlace(text: string): number[] {
  return Array.from({ length: text.length + 1 }, (_, at) => at);
}

/** `①取組名`, `(1) 取組名`, `Ⅰ．計画` without what counts the headings. */
function withoutNumbering(text: string): string {
  return text.replace(
    /^\s*(?:[①-⑳ⅠⅡⅢⅣⅤⅥ]\s*[.．、]?|[(（][0-9０-９ア-ンa-zA-Zａ-ｚＡ-Ｚ][)）]|[0-9０-９a-zA-Zａ-ｚＡ-Ｚ][.．、)）](?=\D)|[■□◆◇●○▼▽★☆◎]+)\s*/u,
    '',
  );
}

/** In the words of comparable, with its separators. */
function spelledAlike(text: string): string {
  return text.replace(/取(\|?)り?(\|?)組(\|?)み?/g, '取$1$2組$3').toUpperCase();
}

interface Decomposed {
  readonly fields: ColumnField[];
  readonly place: number;
  readonly another: boolean;
  readonly anotherTime: boolean;
  /** Characters that are nothing known, and names that nothing separates. */
  readonly left: number;
}

function decompose(text: string, breaks: ReadonlySet<number>, fiscalYear: number | null): Decomposed {
  let fields: ColumnField[] = [];
  let place = Number.MAX_SAFE_INTEGER;
  let [another, anotherTime, left] = [false, false, 0];
  /** What stands right before: a name's end needs a break or a word between it and the next name. */
  let before: 'name' | 'of' | 'other' = 'other';
  for (let at = 0; at < text.length;) {
    const name = fieldNameAt(text, at);
    const period = periodAt(text, at, fiscalYear);
    const other = otherWordAt(text, at);
    const glue = glueWordAt(text, at);
    const frame = frameWordAt(text, at);
    const most = Math.max(name.length, period?.length ?? 0, other.length, glue.length, frame.length);
    if (most === 0) {
      left += 1;
      at += 1;
      before = 'other';
    } else if (name.length === most) {
      const field = fieldNamed(name);
      if (before === 'name' && !breaks.has(at)) left += 1;
      // 事業の目標 is a target; the name before only says whose.
      if (before === 'of' && fields.at(-1) === 'title') fields = fields.slice(0, -1);
      else if (before === 'of' && fields.length > 0) left += 1;
      if (field !== undefined && !fields.includes(field)) fields = [...fields, field];
      place = Math.min(place, placeOfName(name));
      before = 'name';
      at += most;
    } else {
      if (period?.length === most) anotherTime ||= period.when === 'another';
      else if (other.length === most) another = true;
      else if (glue.length === most && glue === 'の' && before === 'name') {
        before = 'of';
        at += most;
        continue;
      }
      before = 'other';
      at += most;
    }
  }
  return { fields, place, another, anotherTime, left };
}
