import type { RowField } from '../fields/built-in-fields.ts';
import type { TextPlace } from '../report-texts.ts';

/** What a rule looks at: what is missing, numbers, what a reader would ask, names, and how it is written. */
export const ruleFamilies = ['complete', 'figures', 'judgement', 'names', 'writing'] as const;
export type RuleFamily = (typeof ruleFamilies)[number];

/** How much a finding weighs: what is wrong, what probably is, and what is worth a look. */
export const severities = ['error', 'warning', 'hint'] as const;
export type Severity = (typeof severities)[number];

/** Where in a report a finding stands: at a text, at a field or one of its items (`at`, from 0), or nowhere in particular. */
export type FindingPlace =
  | TextPlace
  | { readonly kind: 'field'; readonly row: string; readonly field: RowField; readonly at: number | null }
  | { readonly kind: 'report' };

/** `[start, end)` in UTF-16 code units of the text of a place. */
export type Span = readonly [start: number, end: number];

/** What a rule's sentence needs (shared/words/finding-sentences.ts). Plain data: it crosses threads. */
export type Facts = Readonly<Record<string, string | number | null | readonly string[]>>;

/** One thing that a rule found, before the office's settings are asked. */
export interface Found<Of extends Facts = Facts> {
  readonly place: FindingPlace;
  /** Of the place's text; null: all of it, or no text at all. */
  readonly span: Span | null;
  readonly facts: Of;
  /** What would stand in the span instead; left out where the rule knows nothing certain. */
  readonly fix?: string;
}

/** One thing that a person may want to look at. Nothing is ever changed because of it without being asked. */
export interface Finding extends Found {
  readonly rule: string;
  readonly family: RuleFamily;
  readonly severity: Severity;
}
