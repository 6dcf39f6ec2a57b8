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
