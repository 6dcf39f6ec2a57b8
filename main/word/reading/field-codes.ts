/**
 * The instructions of fields, which are never text: of `INCLUDETEXT`, `DDEAUTO`, `HYPERLINK` and all others
 * only the result that Word saved is read (ECMA-376 17.16.18).
 */
export class FieldCodes {
  readonly #open: ('code' | 'result')[] = [];
  #codes = 0;

  /** Whether what is read now is an instruction. */
  get inCode(): boolean {
    return this.#codes > 0;
  }

  character(type: string | undefined): void {
    if (type === 'begin') {
      this.#open.push('code');
      this.#codes += 1;
    } else if (type === 'separate') {
      if (this.#open.at(-1) !== 'code') return;
      this.#open[this.#open.length - 1] = 'result';
      this.#codes -= 1;
    } else if (type === 'end') {
      if (this.#open.pop() === 'code') this.#codes -= 1;
    }
  }

  /** No instruction runs on into the next paragraph; one that seems to has lost its end, and would hide all that follows. */
  endOfParagraph(): void {
    while (this.#codes > 0) {
      if (this.#open.pop() === 'code') this.#codes -= 1;
    }
  }
}
