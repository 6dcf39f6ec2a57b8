import { fieldOfForm, formNames, type Form, type FormColumn } from '../../../shared/model/form.ts';
import type { FieldDefinition, OwnField } from '../../../shared/model/fields/field.ts';
import { isRowField, type RowField } from '../../../shared/model/fields/built-in-fields.ts';
import { formOf, type OfficeForm } from '../../../shared/model/forms/office-form.ts';
import { comparable } from './field-names.ts';

/** What is known of a file while its tables are read. */
export interface ReadFor {
  /** Null where nobody knows it yet. */
  readonly fiscalYear: number | null;
  readonly form: KnownForm;
}

/** A text as names are compared: in the words of comparable, without spaces, signs and brackets. */
export function nameKey(text: string): string {
  return comparable(text).replace(/[^\p{L}\p{N}%#]/gu, '');
}

/** The form by which a file is read: what its own fields are called, and how its tables are headed. */
export class KnownForm {
  /** Null for the official one: its fields are every report's. */
  readonly form: OfficeForm | null;
  readonly #documents: readonly Form[];
  readonly #named = new Map<string, OwnField>();
  readonly #layouts = new Map<string, readonly FormColumn[]>();

  constructor(form: OfficeForm | null) {
    this.form = form;
    this.#documents = form === null ? [] : formNames.map((name) => formOf(form, name));
    // A column holds fields of rows; a name that two have is the first one's.
    for (const { id, owner, label, names } of form?.fields ?? []) {
      for (const name of owner === 'row' ? [label, ...names] : []) {
        const key = nameKey(name);
        if (key !== '' && !this.#named.has(key)) this.#named.set(key, id);
      }
    }
    for (const { columns, shape } of this.#documents) {
      if (shape?.kind === 'sheet') continue;
      const headings = columns.map(({ heading }) => heading.join(''));
      this.#layouts.set(layoutKey(headings), columns);
    }
  }

  /** Its own fields, whoever has them. */
  get own(): readonly FieldDefinition<OwnField>[] {
    return this.form?.fields ?? [];
  }

  /** What its own fields of rows are called, by {@link nameKey}. */
  get names(): ReadonlyMap<string, OwnField> {
    return this.#named;
  }

  /** The own field that a heading or a label names, and nothing else. */
  fieldNamed(text: string): OwnField | undefined {
    return this.#named.size === 0 ? undefined : this.#named.get(nameKey(text));
  }

  /** The columns of the form's document that a table is headed as; null for any other table. */
  contentUnder(headings: readonly string[]): readonly FormColumn[] | null {
    return this.#layouts.size === 0 ? null : (this.#layouts.get(layoutKey(headings)) ?? null);
  }

  /** The field above whose content a document of the form prints this line, and nothing else. */
  fieldLabelled(line: string): RowField | undefined {
    const text = line.trim();
    for (const { cellLabels } of this.#documents) {
      for (const [field, label] of Object.entries(cellLabels)) {
        if (label === text && text !== '' && isRowField(field)) return field;
      }
    }
    return undefined;
  }

  definition(field: OwnField): FieldDefinition<RowField> | undefined {
    const [document] = this.#documents;
    const known = document?.own?.some(({ id, owner }) => id === field && owner === 'row') ?? false;
    return known && document !== undefined ? fieldOfForm(document, field) : undefined;
  }
}

export const officialOnly = new KnownForm(null);

function layoutKey(headings: readonly string[]): string {
  return JSON.stringify(headings.map((heading) => comparable(heading)));
}
