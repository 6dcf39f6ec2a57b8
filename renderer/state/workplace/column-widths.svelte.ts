import * as v from 'valibot';
import type { Form, FormColumn } from '../../../shared/model/form.ts';
import { Remembered } from '../page/remembered.ts';

/** Rem: a full-width character of the page's text is one. */
export const columnLimits = { least: 4, most: 60 } as const;

/** By the form's name, then by what stands in the column. */
const widthsSchema = v.record(v.string(), v.record(v.string(), v.number()));
type Widths = v.InferOutput<typeof widthsSchema>;

/**
 * How wide a person has drawn the columns of the table on the screen, remembered for the next time.
 *
 * The print knows nothing of it: there the form says how wide a column is.
 */
export class ColumnWidths {
  #widths: Widths = $state.raw({});
  readonly #remembered: Remembered<Widths>;

  constructor(storage: Storage) {
    this.#remembered = new Remembered(storage, 'sengen.columns', widthsSchema);
    this.#widths = this.#remembered.read() ?? {};
  }

  /** Rem; null for a column that nobody has drawn. */
  of(form: Form, column: FormColumn): number | null {
    return this.#widths[form.name]?.[keyOf(column)] ?? null;
  }

  areUsual(form: Form): boolean {
    return Object.keys(this.#widths[form.name] ?? {}).length === 0;
  }

  set(form: Form, column: FormColumn, width: number): void {
    const { least, most } = columnLimits;
    // Quarters of a character: what a person can tell apart.
    const kept = Math.round(Math.min(most, Math.max(least, width)) * 4) / 4;
    this.#put(form, { ...this.#widths[form.name], [keyOf(column)]: kept });
  }

  /** The column's own width again, or that of every column. */
  reset(form: Form, column?: FormColumn): void {
    const kept = Object.entries(this.#widths[form.name] ?? {}).filter(
      ([key]) => column !== undefined && key !== keyOf(column),
    );
    this.#put(form, Object.fromEntries(kept));
  }

  #put(form: Form, widths: Widths[string]): void {
    this.#widths = { ...this.#widths, [form.name]: widths };
    this.#remembered.write(this.#widths);
  }
}

function keyOf({ content, ofEach = [] }: FormColumn): string {
  return [...content, ...ofEach].join('+');
}
