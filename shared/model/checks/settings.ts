import type { RowField } from '../fields/built-in-fields.ts';
import type { Severity } from './finding.ts';

/** What an office wants of the checks. A file of it is `sengen-rules/1` (house/office-rules.ts). */
export interface CheckSettings {
  /** Rules that it turned off or weighs otherwise than they come, by identifier. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  /** Which of two right forms it has chosen. */
  readonly style: HouseStyle;
  /** How it writes its words: wins over every rule of writing. */
  readonly words: readonly HouseWord[];
  /** Words that it leaves as they are, whatever a rule of writing says. */
  readonly allowed: readonly AllowedWord[];
  /** Findings that it has looked at and lets stand. */
  readonly ignored: readonly IgnoredFinding[];
}

/**
 * Forms of which a document keeps to one. Null: to the one that it has most of. `by-length`: single digits full, others half
 * width.
 */
export interface HouseStyle {
  readonly digits: 'half' | 'full' | 'by-length' | null;
  readonly punctuation: 'ten' | 'comma' | null;
  readonly sentences: 'polite' | 'plain' | null;
  readonly years: 'era' | 'western' | null;
}

export const noStyle: HouseStyle = { digits: null, punctuation: null, sentences: null, years: null };

/** One entry of the office's own dictionary. */
export interface HouseWord {
  /** What is written; null where the words are only to be avoided. */
  readonly write: string | null;
  readonly instead: readonly string[];
  readonly note: string | null;
}

export interface AllowedWord {
  readonly word: string;
  readonly note: string | null;
}

export interface IgnoredFinding {
  readonly rule: string;
  /** What stands in the finding's span; null for one that is about no words. */
  readonly written: string | null;
  /** Only in this row and field; null: wherever it is found. */
  readonly row: string | null;
  readonly field: RowField | null;
  readonly reason: string;
}

/** ① and Ⅱ are read by every system of today: only an office whose systems change them asks. */
export const defaultCheckSettings: CheckSettings = {
  rules: { 'circled-number': 'off' },
  style: noStyle,
  words: [],
  allowed: [],
  ignored: [],
};
