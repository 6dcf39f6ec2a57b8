/** A line of a letter that the program writes: what it says, and how it stands. */
export interface DocumentLine {
  /** `heading`: what follows belongs to it; `item`: a bullet or a continued text under a heading. */
  readonly look: 'right' | 'title' | 'left' | 'heading' | 'item';
  readonly text: string;
}
