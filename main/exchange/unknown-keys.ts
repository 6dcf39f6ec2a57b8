import type * as v from 'valibot';

/** Places of keys that a schema does not know, as `initiatives[2].colour`; at most `limit`. */
export function unknownKeys(value: unknown, schema: v.GenericSchema, limit: number): string[] {
  const found: string[] = [];
  visit(value, schema, '', found, limit);
  return found;
}

/** The parts of valibot's schemas that hold other schemas. */
interface Holder {
  readonly type: string;
  readonly wrapped?: v.GenericSchema;
  readonly item?: v.GenericSchema;
  readonly entries?: Readonly<Record<string, v.GenericSchema>>;
}

function visit(
  value: unknown,
  schema: v.GenericSchema,
  path: string,
  found: string[],
  limit: number,
): void {
  const holder = schema as unknown as Holder;
  if (found.length >= limit || typeof value !== 'object' || value === null) return;
  if (holder.wrapped !== undefined) {
    visit(value, holder.wrapped, path, found, limit);
  } else if (Array.isArray(value) && holder.item !== undefined) {
    for (const [index, entry] of value.entries())
      visit(entry, holder.item, `${path}[${index}]`, found, limit);
  } else if (holder.entries !== undefined) {
    for (const [key, entry] of Object.entries(value)) {
      const place = path === '' ? key : `${path}.${key}`;
      const known = Object.hasOwn(holder.entries, key) ? holder.entries[key] : undefined;
      if (known !== undefined) visit(entry, known, place, found, limit);
      else if (found.length < limit) found.push(place);
    }
  }
}
