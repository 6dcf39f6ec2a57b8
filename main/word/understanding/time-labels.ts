import { bracketAtStart } from '../../../shared/reading/brackets.ts';
import { comparable } from './field-names.ts';
import { headingMeaning } from './headings/heading-meaning.ts';
import type { ReadFor } from './known-form.ts';
import { yearsIn } from './headings/periods.ts';

/** A label in brackets that says for which time the lines below it stand: `[前年度実績]`, `【令和7年3月31日時点】`. */
export interface TimeLabel {
  /** With its brackets. */
  readonly label: string;
  /** Whether it is the report's own time. */
  readonly when: 'this' | 'another';
  /** What follows it on its line. */
  readonly rest: string;
}

const longest = 30;

/** Reads such a label off the start of a line; null for any other line. */
export function timeLabelOf(line: string, reading: ReadFor): TimeLabel | null {
  const text = line.trim();
  if (!/^[[［【〔<＜〈《]/u.test(text)) return null;
  const bracketed = bracketAtStart(text.slice(0, longest + 2));
  if (bracketed === null || bracketed.inside.trim() === '') return null;
  const end = bracketed.inside.length + 2;
  const [label, rest] = [text.slice(0, end), text.slice(end).trim()];
  const meaning = headingMeaning([label], reading);
  if (meaning.anotherTime && meaning.kind === 'another') return { label, when: 'another', rest };
  // A day by itself is told apart where the report's year is known.
  const dated = reading.fiscalYear !== null && yearsIn(comparable(bracketed.inside)).length > 0;
  const ownDay = dated && meaning.kind === 'frame' && !meaning.anotherTime;
  return meaning.kind === 'field' || ownDay ? { label, when: 'this', rest } : null;
}
