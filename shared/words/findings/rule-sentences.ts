import type { Facts } from '../../model/checks/finding.ts';
import type { OwnNames } from '../field-names.ts';

/** The words of one rule. */
export interface SentencesOf<Of extends Facts> {
  /** A short name for lists and settings. */
  readonly name: string;
  /** What a finding says: one sentence in です・ます. `form` names its own fields. */
  says(facts: Of, form: OwnNames): string;
  /** Why the rule asks for it, for who wants to know: a sentence or two, with its source. */
  readonly why: string;
}
