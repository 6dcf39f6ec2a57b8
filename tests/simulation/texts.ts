/** Texts that occur once in a department's life, so that each can be looked for wherever it may have gone. */
export class Texts {
  #count = 0;

  /** As somebody types it. */
  next(): string {
    this.#count += 1;
    return `文${String(this.#count).padStart(5, '0')}を実施しました。`;
  }
}

/** The texts that occur in a value. */
export function textsIn(value: unknown): ReadonlySet<string> {
  return new Set(JSON.stringify(value).match(/文\d{5}/gu) ?? []);
}

export function missingFrom(there: ReadonlySet<string>, wanted: Iterable<string>): string[] {
  return [...wanted].filter((text) => !there.has(text));
}
