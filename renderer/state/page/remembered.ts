import * as v from 'valibot';

/** One value in the browser's own storage, of a schema; what does not fit it counts as not there. */
export class Remembered<T> {
  readonly #storage: Storage;
  readonly #key: string;
  readonly #schema: v.GenericSchema<unknown, T>;

  constructor(storage: Storage, key: string, schema: v.GenericSchema<unknown, T>) {
    this.#storage = storage;
    this.#key = key;
    this.#schema = schema;
  }

  read(): T | null {
    try {
      const found = v.safeParse(this.#schema, JSON.parse(this.#storage.getItem(this.#key) ?? ''));
      return found.success ? found.output : null;
    } catch {
      return null;
    }
  }

  write(value: T): void {
    try {
      this.#storage.setItem(this.#key, JSON.stringify(value));
    } catch {
      // A full storage forgets where a border stood; nobody's text is in here.
    }
  }
}
