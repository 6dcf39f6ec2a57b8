import type { Finding } from '../../../shared/model/checks/finding.ts';

/** Where words stand in the window, in CSS pixels. */
export type WordsBox = Pick<DOMRect, 'left' | 'top' | 'bottom'>;

/** A finding that is being looked at, at its words. */
export interface OpenedFinding {
  readonly finding: Finding;
  /** The text box that the words stand in. */
  readonly box: HTMLElement;
  readonly words: WordsBox;
  /** It was opened by a key: the focus goes into it. */
  readonly byKey: boolean;
}

/** What lies over the page because of findings: one that is explained at its words, and dialogs. */
export class FindingCardState {
  opened: OpenedFinding | null = $state.raw(null);
  /** The rule of which all is put right, while that is looked over. */
  all: string | null = $state.raw(null);
  /** 文書の決まり. */
  rules = $state(false);

  close(): void {
    this.opened = null;
  }
}
