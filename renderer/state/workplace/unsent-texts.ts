/**
 * What is typed over or beside an open report and is not sent yet: a comment, who signed, the reason of a 版.
 *
 * Whatever it is typed in may be shut to look something up in the report; it is there again when that opens.
 * Each text by what it is for.
 */
export class UnsentTexts {
  readonly #texts = new Map<string, string>();

  has(what: string): boolean {
    return this.#texts.has(what);
  }

  /** What was typed; what is offered where nothing was. */
  of(what: string, offered = ''): string {
    return this.#texts.get(what) ?? offered;
  }

  keep(what: string, text: string): void {
    this.#texts.set(what, text);
  }

  /** It was sent, or given up. */
  forget(...what: readonly string[]): void {
    for (const each of what) this.#texts.delete(each);
  }
}
