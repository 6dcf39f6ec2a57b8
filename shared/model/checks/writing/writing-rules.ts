import { brackets, bracketWidth } from './brackets.ts';
import {
  circledNumber,
  decomposed,
  halfWidthKana,
  machineDependent,
  unseenCharacter,
} from './characters.ts';
import { sentenceEndPeriod } from './endings.ts';
import { knownNames, oneName } from './names.ts';
import { numberComma, numberSpace } from './numbers.ts';
import { okuriganaNoun } from './okurigana-noun.ts';
import { calendarMixed, digitWidth, latinWidth, punctuationKind, styleMixed } from './one-form.ts';
import { asciiPunctuation, repeatedParticle, repeatedPunctuation, repeatedWords } from './repeated.ts';
import {
  canBe,
  doubleNegation,
  etcHint,
  loanword,
  manyNo,
  pleonasm,
  sentenceLength,
  stiffWord,
  timeHint,
} from './style-hints.ts';
import { raNuki, saIre } from './verbs.ts';
import {
  auxiliaryKana,
  beyondJoyoKanji,
  conjunctionKana,
  conjunctionKanji,
  counterKa,
  formalNoun,
  kanaWord,
  kanjiWord,
  okuriganaVerb,
} from './words.ts';
import { checkOfDocument, checkOfText } from './writing-rule.ts';

/** Rules that read a text by itself, in the order in which they are told at one place. */
export const textRules = [
  unseenCharacter,
  decomposed,
  halfWidthKana,
  machineDependent,
  circledNumber,
  repeatedParticle,
  repeatedWords,
  repeatedPunctuation,
  asciiPunctuation,
  bracketWidth,
  sentenceEndPeriod,
  numberSpace,
  numberComma,
  counterKa,
  okuriganaVerb,
  okuriganaNoun,
  formalNoun,
  auxiliaryKana,
  conjunctionKana,
  conjunctionKanji,
  kanaWord,
  kanjiWord,
  beyondJoyoKanji,
  raNuki,
  saIre,
  sentenceLength,
  doubleNegation,
  canBe,
  pleonasm,
  loanword,
  stiffWord,
  manyNo,
  etcHint,
  timeHint,
] as const;

/** Rules that read a document as a whole. */
export const documentRules = [
  brackets,
  digitWidth,
  latinWidth,
  punctuationKind,
  styleMixed,
  calendarMixed,
  knownNames,
  oneName,
] as const;

/** Each as every check is shaped, in the order in which they are told at one place. */
export const writingChecks = [
  checkOfText(unseenCharacter),
  checkOfText(decomposed),
  checkOfText(halfWidthKana),
  checkOfText(machineDependent),
  checkOfText(circledNumber),
  checkOfText(repeatedParticle),
  checkOfText(repeatedWords),
  checkOfText(repeatedPunctuation),
  checkOfText(asciiPunctuation),
  checkOfText(bracketWidth),
  checkOfText(sentenceEndPeriod),
  checkOfText(numberSpace),
  checkOfText(numberComma),
  checkOfText(counterKa),
  checkOfText(okuriganaVerb),
  checkOfText(okuriganaNoun),
  checkOfText(formalNoun),
  checkOfText(auxiliaryKana),
  checkOfText(conjunctionKana),
  checkOfText(conjunctionKanji),
  checkOfText(kanaWord),
  checkOfText(kanjiWord),
  checkOfText(beyondJoyoKanji),
  checkOfText(raNuki),
  checkOfText(saIre),
  checkOfText(sentenceLength),
  checkOfText(doubleNegation),
  checkOfText(canBe),
  checkOfText(pleonasm),
  checkOfText(loanword),
  checkOfText(stiffWord),
  checkOfText(manyNo),
  checkOfText(etcHint),
  checkOfText(timeHint),
  checkOfDocument(brackets),
  checkOfDocument(digitWidth),
  checkOfDocument(latinWidth),
  checkOfDocument(punctuationKind),
  checkOfDocument(styleMixed),
  checkOfDocument(calendarMixed),
  checkOfDocument(knownNames),
  checkOfDocument(oneName),
] as const;
