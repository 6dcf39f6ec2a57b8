/**
 * 書かれた値: what a person wrote, taken apart into what can be counted, times, and words.
 *
 * The author's text is the truth: the pieces joined are the text, unchanged, whatever it is ({@link printed}). What is
 * not understood is words, never an error.
 */
export type Piece = WordsPiece | QuantityPiece | TimePiece;

export interface WordsPiece {
  readonly kind: 'words';
  readonly text: string;
}

/** A number with its unit and what qualifies it: 約5,400基, 年間 10日, 10件以上. */
export interface QuantityPiece {
  readonly kind: 'quantity';
  readonly text: string;
  readonly number: number;
  /** As written; null where none stands. A range's first number has the unit of its second. */
  readonly unit: string | null;
  /** A part of a whole without a unit: 3分の2, 4人に1人. */
  readonly isShare: boolean;
  readonly qualifiers: readonly Qualifier[];
  /** Digits that the number was given with, so that 約5,400 is known to be one of hundreds. */
  readonly significant: number;
}

/** What a qualifier says of its number. */
export type QualifierSense =
  | 'about'
  /** Of all years together, said beside what one year brought: 累計, 計. */
  | 'total'
  /** Of all that there is: 合計, 延べ, 全. */
  | 'all'
  /** The most or least that there was: 最大, 最少. */
  | 'extreme'
  /** Of a span of time: 年間, 月. */
  | 'span'
  | 'at-least'
  | 'at-most'
  | 'above'
  | 'below'
  | 'rise'
  | 'fall'
  | 'mean'
  /** Of another year or the plan: 前年度, 基準. */
  | 'other'
  /** Measured against another year's: 前年比. */
  | 'versus'
  /** A part of the number before: うち. */
  | 'part'
  /** For each of something: 1人当たり, 各. */
  | 'each'
  /** New ones, said beside a total: 新規. */
  | 'new'
  /** To either side: ±. */
  | 'either-side';

export interface Qualifier {
  readonly text: string;
  readonly sense: QualifierSense;
}

/** A day, month, quarter or year, and what it has to do with what is said: 平成29年7月を目途に. */
export interface TimePiece {
  readonly kind: 'time';
  readonly text: string;
  readonly time: WrittenTime;
  readonly role: TimeRole | null;
}

export type TimeRole = 'as-of' | 'by' | 'around' | 'from';

/** As far as it is written; null where it isn't. */
export interface WrittenTime {
  /** Of the calendar, or the one in which the fiscal year starts. */
  readonly year: number | null;
  /** The year runs from April. */
  readonly fiscal: boolean;
  /** 1–12. */
  readonly month: number | null;
  readonly day: number | null;
  readonly part: TimePart | null;
}

export type TimePart = 'start' | 'early' | 'mid' | 'late' | 'end' | 'Q1' | 'Q2' | 'Q3' | 'Q4' | 'H1' | 'H2';

/** The text that was read. */
export function printed(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('');
}

export function quantitiesOf(pieces: readonly Piece[]): QuantityPiece[] {
  return pieces.filter((piece) => piece.kind === 'quantity');
}

export function timesOf(pieces: readonly Piece[]): TimePiece[] {
  return pieces.filter((piece) => piece.kind === 'time');
}

/** Whether a qualifier of a sense is among a quantity's. */
export function isQualified({ qualifiers }: QuantityPiece, ...senses: readonly QualifierSense[]): boolean {
  return qualifiers.some(({ sense }) => senses.includes(sense));
}
