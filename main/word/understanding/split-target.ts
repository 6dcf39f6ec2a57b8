import type { Target } from '../../../shared/model/report.ts';
import {
  bracketAtEnd,
  depthAfter,
  wordsOutsideBrackets,
  type Word,
} from '../../../shared/reading/brackets.ts';
import { endsAsCounted, hasDigit, isModifier, isQualifier, isTail, opensWithFigure } from './values.ts';

export type TargetText = Pick<Target, 'measure' | 'note' | 'value'>;

/** Longer texts are sentences, in which a space says nothing. */
const longest = 400;

/** A value without a figure is a word or two: `収集・公開`. */
const longestWordValue = 15;

/**
 * A target's line taken apart: `{measure}({note}) {value}`.
 *
 * The value is what follows a colon, or a space outside brackets, at the end; brackets of its own
 * (`2自治会(計20自治会)`) stay with it. The note is what stands in brackets behind the measure.
 */
export function splitTarget(text: string): TargetText {
  const whole = text.trim();
  if (whole.length > longest) return { measure: whole, note: null, value: null };
  const at = startOfValue(whole);
  const head = at === null ? whole : whole.slice(0, at.end).trim();
  const value = at === null ? null : whole.slice(at.start).trim();
  const bracket = bracketAtEnd(head);
  const measure = bracket?.before.trim() ?? '';
  if (bracket === null || measure === '' || bracket.inside.trim() === '') {
    return { measure: head, note: null, value };
  }
  return { measure, note: bracket.inside.trim(), value };
}

/** Where the text before a value ends and where the value starts. */
interface Cut {
  readonly end: number;
  readonly start: number;
}

function startOfValue(text: string): Cut | null {
  return cutAtColon(text) ?? cutAtFigureBehindBracket(text) ?? cutAtSpace(text);
}

/** `件数：5件`; the colon of a time of day (`10:30`) or inside brackets is none. */
function cutAtColon(text: string): Cut | null {
  for (const { text: word, start } of wordsOutsideBrackets(text)) {
    const colon = word.search(/[:：]/);
    if (colon < 0 || depthAfter(word.slice(0, colon)) > 0) continue;
    const at = start + colon;
    const [before, after] = [text.slice(0, at), text.slice(at + 1).trim()];
    const time = /[0-9０-９]$/.test(before) && /^[0-9０-９]/.test(text.slice(at + 1));
    if (before.trim() === '' || after === '' || time) continue;
    if (hasDigit(after) || after.length <= longestWordValue) return { end: at, start: at + 1 };
  }
  return null;
}

/** `設置(高輝度型)5台`: a figure right behind the note. */
function cutAtFigureBehindBracket(text: string): Cut | null {
  const [first] = wordsOutsideBrackets(text);
  if (first === undefined || first.end !== text.length) return null;
  const found = /^.+?[)）](?=(?:約|計|延べ|年間)?[0-9０-９][^)）]*$)/.exec(text);
  if (found === null || bracketAtEnd(found[0]) === null) return null;
  return { end: found[0].length, start: found[0].length };
}

function cutAtSpace(text: string): Cut | null {
  const words = wordsOutsideBrackets(text);
  if (words.length < 2 || words.slice(0, -1).every(({ text: word }) => isModifier(word))) return null;
  const place = placeOfFigure(words, text) ?? placeOfWord(words);
  if (place === null || place === 0) return null;
  return { end: words[place - 1]?.end ?? 0, start: words[place]?.start ?? 0 };
}

/** The word with which a value with a figure starts; null when no word after the first has one. */
function placeOfFigure(words: readonly Word[], text: string): number | null {
  // Behind the name of something counted all is value: 更新基数 市内全域 約5,400基.
  for (let place = 1; place < words.length; place += 1) {
    const head = text.slice(0, words[place - 1]?.end);
    const rest = text.slice(words[place]?.start);
    if (!hasDigit(rest)) break;
    if (isNoteWord(words[place])) continue;
    if (endsAsCounted(withoutNote(head))) return place;
  }
  let place = words.length - 1;
  while (place > 0 && isTail(words[place]?.text ?? '') && !isNoteWord(words[place])) place -= 1;
  while (place > 0 && isNoteWord(words[place])) place -= 1;
  if (place === 0 || !opensWithFigure(words[place]?.text ?? '')) return null;
  while (place > 1 && isQualifier(words[place - 1]?.text ?? '') && !isNoteWord(words[place - 1]))
    place -= 1;
  return place;
}

/** `記録の作成と公開 作成・公開`: one short word after the only space. */
function placeOfWord(words: readonly Word[]): number | null {
  const places = words.map((_, place) => place).filter((place) => place > 0 && !isNoteWord(words[place]));
  const [place] = places;
  const word = place === undefined ? undefined : words[place];
  if (place === undefined || word === undefined || places.length > 1) return null;
  const head = words[place - 1]?.end ?? 0;
  const short = word.text.length <= longestWordValue && word.text.length <= head;
  return short && !/[をにへがはものと。、]/.test(word.text) ? place : null;
}

function isNoteWord(word: Word | undefined): boolean {
  return word !== undefined && bracketAtEnd(word.text)?.before === '';
}

function withoutNote(head: string): string {
  return bracketAtEnd(head)?.before.trim() ?? head;
}
