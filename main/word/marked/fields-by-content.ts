import { fieldOfForm, type Form } from '../../../shared/model/form.ts';
import { rulesOf } from '../../../shared/model/fields/kinds.ts';
import { labelOf } from '../understanding/labels.ts';
import type { CellField } from './part-key.ts';

/**
 * The field of each paragraph of a cell that has lost its bookmarks, by what the form prints.
 *
 * A label or brackets open the field that they belong to. Every field prints a paragraph at least, so one that holds a
 * single line ends with it. What neither opens nor ends belongs to the field above. `texts`: what the paragraphs say.
 */
export function fieldsByContent(
  texts: readonly string[],
  fields: readonly CellField[],
  form: Form,
): CellField[] {
  const printed = fields.map((field) => printedIn(field, form));
  const opened = new Map(
    printed.flatMap(({ opens }, place) => {
      const at = texts.findLastIndex((text) => opens?.surrounds(text) === true);
      return at < 0 ? [] : [[place, at] as const];
    }),
  );
  const opensAt = (place: number, at: number): boolean =>
    printed[place]?.opens?.names(texts[at] ?? '') === true || opened.get(place) === at;
  let place = 0;
  let taken = 0;
  return texts.map((_, at) => {
    const next = printed.findIndex((_field, later) => later > place && opensAt(later, at));
    const isFull = taken >= (printed[place]?.room ?? Infinity);
    if (next >= 0 || (isFull && printed[place + 1]?.opens === null)) {
      place = next >= 0 ? next : place + 1;
      taken = 0;
    }
    taken += 1;
    return fields[place] ?? 'plan';
  });
}

/** How a field can be told in a cell. */
interface PrintedField {
  /** Paragraphs that it prints at most. */
  readonly room: number;
  /** Null for one that opens with nothing of its own. */
  readonly opens: {
    /** A paragraph is the field's label. */
    readonly names: (text: string) => boolean;
    /** A paragraph stands in the field's brackets; the last one that does is meant. */
    readonly surrounds: (text: string) => boolean;
  } | null;
}

function printedIn(id: CellField, form: Form): PrintedField {
  if (id === 'number') return { room: 1, opens: null };
  const label = form.cellLabels[id];
  const field = fieldOfForm(form, id);
  const { around } = field;
  const isOneLine = typeof rulesOf(field).empty === 'string' || field.kind === 'choices';
  const room = isOneLine ? (label === undefined ? 1 : 2) : Infinity;
  if (label === undefined && around === undefined) return { room, opens: null };
  return {
    room,
    opens: {
      names: (text) => label !== undefined && (text === label || labelOf(text)?.field === id),
      surrounds: (text) => around !== undefined && stands(text.trim(), around),
    },
  };
}

/** In the brackets, of whichever width they are. */
function stands(text: string, [before, after]: readonly [before: string, after: string]): boolean {
  const plain = text.normalize('NFKC');
  return (
    (before !== '' || after !== '') &&
    plain.startsWith(before.normalize('NFKC')) &&
    plain.endsWith(after.normalize('NFKC')) &&
    plain.length >= before.length + after.length
  );
}
