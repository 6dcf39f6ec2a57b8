/** A component that comes as a script of its own, after the first look; null until it is there. */
export class Later<C> {
  component: C | null = $state.raw(null);
  readonly #fetch: () => Promise<{ readonly default: C }>;

  constructor(fetch: () => Promise<{ readonly default: C }>) {
    this.#fetch = fetch;
  }

  /** Sends for it; false where it could not be reached. */
  async load(): Promise<boolean> {
    try {
      this.component = (await this.#fetch()).default;
      return true;
    } catch {
      return false;
    }
  }
}
