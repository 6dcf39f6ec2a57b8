import { isOwnField } from '../../shared/model/fields/field.ts';
import { initiativeFields, type RowField } from '../../shared/model/fields/built-in-fields.ts';

/**
 * The fields of a row that a file of `sengen-report/1` speaks of: those whose key stands in any of its rows.
 *
 * A key that is left out everywhere is no empty field, but one that its writer does not know of.
 */
export function fieldsMentioned(file: unknown): RowField[] {
  const rows =
    isObject(file) && Array.isArray(file['initiatives']) ? (file['initiatives'] as unknown[]) : [];
  const own = rows.flatMap((row) =>
    isObject(row) ? [row['extra'], row['own']].filter(isObject).flatMap(Object.keys) : [],
  );
  return [
    ...initiativeFields.filter((field) => rows.some((row) => isObject(row) && Object.hasOwn(row, field))),
    ...new Set(own.filter(isOwnField)),
  ];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
