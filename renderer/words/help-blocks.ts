/** A piece of the manual: running text, steps in order, or points. */
export type HelpBlock =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'steps' | 'points'; readonly items: readonly string[] };

export interface HelpTopic {
  readonly id: string;
  readonly heading: string;
  readonly blocks: readonly HelpBlock[];
}

export const text = (words: string): HelpBlock => ({ kind: 'text', text: words });
export const steps = (...items: readonly string[]): HelpBlock => ({ kind: 'steps', items });
export const points = (...items: readonly string[]): HelpBlock => ({ kind: 'points', items });
