import type { Verdict } from '../../../shared/model/report.ts';
import { hasText, type CellLine } from './cell-lines.ts';
import { verdictOfWord } from './grades.ts';

const ticked = '■☑☒✔✓✅●◉';
const open = '□☐○◯〇▢';
/** A box before a word: a sign, or brackets with a tick or nothing in them. */
const box = new RegExp(
  `([${ticked}${open}]|[［[（(][\\s\u3000]?[レxX✓✔○〇●]?[\\s\u3000]?[］\\]）)]|レ(?=[^ァ-ヶー]))[\\s\u3000]*`,
  'gu',
);
const opensWithBox = new RegExp(`^[${ticked}${open}［[（(レ]`, 'u');
const longestOption = 14;

/** A line of boxes of which one is ticked: `■達成\u3000□一部達成\u3000□未達成`. */
export interface Choice {
  readonly options: readonly { readonly word: string; readonly ticked: boolean }[];
}

/** Reads a line of two boxes or more, each with a word, and at least one of them open; null for any other line. */
export function choiceOf(line: string): Choice | null {
  const text = line.trim();
  if (text.length > 120 || !opensWithBox.test(text)) return null;
  const boxes = [...text.matchAll(box)];
  const [first] = boxes;
  if (first?.index !== 0 || boxes.length < 2) return null;
  const options = boxes.map((found, at) => ({
    word: text
      .slice(found.index + found[0].length, boxes[at + 1]?.index)
      .replace(/[\s\u3000・、,/／]+$/u, ''),
    ticked: isTicked(found[1] ?? ''),
  }));
  const words = options.every(
    ({ word }) => word !== '' && word.length <= longestOption && !/。/.test(word),
  );
  return words &&
    options.some((option) => !option.ticked) &&
    (options.some((option) => option.ticked) || allKnown(options))
    ? { options }
    : null;
}

function allKnown(options: Choice['options']): boolean {
  return options.every(({ word }) => verdictOfWord(word) !== null);
}

function isTicked(sign: string): boolean {
  return ticked.includes(sign) || /[レxX✓✔○〇●]/.test(sign.length > 1 || sign === 'レ' ? sign : '');
}

/** True for a choice between words that say how a target was met. */
export function choosesVerdict({ options }: Choice): boolean {
  return options.filter(({ word }) => verdictOfWord(word) !== null).length >= 2;
}

/** The verdict that is ticked, where one is and no more. */
export function chosenVerdict({ options }: Choice): Verdict | null {
  const chosen = options.filter((option) => option.ticked);
  const [only] = chosen;
  return only === undefined || chosen.length > 1 ? null : verdictOfWord(only.word);
}

/** Lines with boxes that stand under each other, each with one word, put on one line. */
export function withChoices(lines: readonly CellLine[]): readonly CellLine[] {
  const joined: CellLine[] = [];
  let run: CellLine[] = [];
  const close = (): void => {
    const [first] = run;
    const text = run.map((line) => line.text.trim()).join('\u3000');
    const choice = run.length > 1 ? choiceOf(text) : null;
    if (first !== undefined && choice !== null && choosesVerdict(choice)) joined.push({ ...first, text });
    else joined.push(...run);
    run = [];
  };
  for (const line of lines) {
    if (isOneBox(line.text)) run.push(line);
    else {
      close();
      joined.push(line);
    }
  }
  close();
  return joined.some(hasText) ? joined : lines;
}

function isOneBox(text: string): boolean {
  if (text.length > 40 || !opensWithBox.test(text.trim())) return false;
  const boxes = [...text.trim().matchAll(box)];
  return boxes.length === 1 && boxes[0]?.index === 0 && text.trim().length <= longestOption + 3;
}
