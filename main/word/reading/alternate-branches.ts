/** `mc:AlternateContent`, in which a file says the same in different ways: the first is read (ECMA-376 part 3, 7.6). */
export class AlternateBranches {
  /** Whether a branch of each open element was taken already. */
  readonly #taken: boolean[] = [];

  open(): void {
    this.#taken.push(false);
  }

  close(): void {
    this.#taken.pop();
  }

  /** True for a branch that says again what was read. */
  skips(name: string): boolean {
    if (name !== 'mc:Choice' && name !== 'mc:Fallback') return false;
    const taken = this.#taken.at(-1) ?? false;
    if (!taken && this.#taken.length > 0) this.#taken[this.#taken.length - 1] = true;
    return taken;
  }
}
