import type { Figure } from '../../../shared/model/report.ts';
import { depthAfter, wordsOutsideBrackets } from '../../../shared/reading/brackets.ts';
import { endsSentence } from './sentences.ts';
import { hasDigit, isModifier, isQualifier, isTail } from './values.ts';

/** A line of figures is short. */
const longest = 80;

/** `相談件数 594件` as label and value; null for a line that is no figure. */
export function splitFigure(line: string): Figure | null {
  const text = line.trim();
  if (text === '' || text.length > longest || !hasDigit(text) || endsSentence(text)) return null;
  return figureAtColon(text) ?? figureAtSpace(text);
}

function figureAtColon(text: string): Figure | null {
  const colon = text.search(/[:：]/);
  if (colon <= 0 || depthAfter(text.slice(0, colon)) > 0) return null;
  const [label, value] = [text.slice(0, colon).trim(), text.slice(colon + 1).trim()];
  const time = /[0-9０-９]$/.test(label) && /^[0-9０-９]/.test(value);
  return label === '' || time || !hasDigit(value) ? null : { label, value };
}

/**
 * The last word with a figure is the value, with the unit or remark that may follow behind a space and with the
 * words before it that belong to it. 累計, which names a figure among others, belongs to it behind another name only.
 */
function figureAtSpace(text: string): Figure {
  const words = wordsOutsideBrackets(text);
  const word = (place: number): string => words[place]?.text ?? '';
  let place = words.length - 1;
  while (place > 0 && (isTail(word(place)) || isRemark(word(place)))) place -= 1;
  while (place > 0 && isModifier(word(place - 1))) place -= 1;
  while (place > 1 && isQualifier(word(place - 1)) && !isRemark(word(place - 1))) place -= 1;
  if (place <= 0) return { label: null, value: text };
  return {
    label: text.slice(0, words[place - 1]?.end).trim(),
    value: text.slice(words[place]?.start).trim(),
  };
}

function isRemark(word: string): boolean {
  return /^[(（].*[)）]$/.test(word);
}
