import type { HandedInRow, UnplacedText } from '../../word/marked/handed-in-rows.ts';
import { initiativeWith } from '../../word/marked/initiative-with.ts';
import { plainName } from '../../domain/plain-name.ts';
import { sha256Of } from '../../files/sha256.ts';
import { fieldsOf, type Form } from '../../../shared/model/form.ts';
import { identifierFrom } from '../../../shared/model/identifier.ts';
import { valueAt } from '../../../shared/model/merging/settle.ts';
import { sheetOf } from '../../../shared/model/merging/sheet.ts';
import { differingPlaces } from '../../../shared/model/merging/take-in.ts';
import { outlineField } from '../../../shared/model/outline-field.ts';
import type { RowField } from '../../../shared/model/fields/built-in-fields.ts';
import { emptyInitiative, type Initiative } from '../../../shared/model/report.ts';
import { sameValue } from '../../../shared/model/same-value.ts';
import { unplacedMarkupReason } from '../../../shared/words/unplaced-markup-reason.ts';
import { storable } from '../word/report-with-field.ts';
import type { WordDistribution } from './given-out-word.ts';

/** A hand-in of the same distribution that was taken in before. */
export interface Earlier {
  readonly hash: string;
  readonly after: readonly string[];
  readonly rows: readonly Initiative[];
}

export interface RowsOfWord {
  readonly rows: readonly Initiative[];
  /** Hashes of the hand-ins that it goes on from. */
  readonly after: readonly string[];
  /** Texts that no field can hold. */
  readonly unplaced: readonly UnplacedText[];
}

/**
 * The rows that a Word file hands in.
 *
 * It goes on from an earlier hand-in where it says nowhere again what was given out and the earlier one had changed: who
 * writes on in the same file does not, who writes in another copy does. `earlier`: the oldest first.
 */
export function rowsOfWord(
  given: WordDistribution,
  said: readonly HandedInRow[],
  earlier: readonly Earlier[],
): RowsOfWord {
  const base = sheetOf(given.report.initiatives);
  const goesOn = (made: readonly Initiative[], { rows }: Earlier): boolean => {
    const places = differingPlaces(base, sheetOf(rows));
    return places.every(
      (place) => !sameValue(valueAt(made, place), valueAt(given.report.initiatives, place)),
    );
  };
  for (const one of earlier.toReversed()) {
    const made = rowsFrom(given, said, one.rows);
    if (!goesOn(made.rows, one)) continue;
    const all = earlier.filter((other) => other === one || goesOn(made.rows, other));
    return { ...made, after: [...new Set(all.flatMap(({ hash, after }) => [hash, ...after]))] };
  }
  return { ...rowsFrom(given, said, given.report.initiatives), after: [] };
}

/** Says which hand-in a Word file is: the same texts of the same distribution have the same, whoever saved them. */
export function hashOfWord(given: WordDistribution, said: readonly HandedInRow[]): string {
  const { whole, section, start, hash } = given;
  const rows = said.map(({ base, texts }) => [base, Object.entries(texts).toSorted()]);
  return sha256Of(JSON.stringify({ report: whole.id, section, start, hash, rows }));
}

/** What the file says, upon rows that say it in part already. */
function rowsFrom(
  { report, form, section, start }: WordDistribution,
  said: readonly HandedInRow[],
  from: readonly Initiative[],
): Omit<RowsOfWord, 'after'> {
  const before = new Map(report.initiatives.map((row) => [row.id, row]));
  const begun = new Map(from.map((row) => [row.id, row]));
  const added = from.filter(({ id }) => !before.has(id));
  const used = new Set<string>();
  const unplaced: UnplacedText[] = [];
  const derived = identifiersFrom(`${report.id} ${start.sequence} ${start.step} ${section}`);
  const rows = said.map(({ base, title, texts }): Initiative => {
    const old = base === null ? undefined : before.get(base);
    const earlier =
      old === undefined
        ? added.find((row) => !used.has(row.id) && plainName(row.title) === plainName(title))
        : begun.get(old.id);
    let row = earlier ?? old ?? { ...emptyInitiative(derived(`row ${title}`)), section };
    used.add(row.id);
    for (const field of fieldsOf(form)) {
      const text = texts[field.id] ?? (old === undefined ? [] : printed(old, field.id, form));
      const isUnsaid = field.id === 'section' && text.length === 0;
      if (isUnsaid || sameValue(text, printed(row, field.id, form))) continue;
      const next = storable(initiativeWith(row, field, text, () => derived(`${row.id} ${field.id}`)));
      if (next !== null) row = next;
      else
        unplaced.push({
          ...{ row: null, field: field.id, text: text.join('\n') },
          why: unplacedMarkupReason('does-not-fit'),
        });
    }
    return row;
  });
  return { rows, unplaced };
}

function printed(row: Initiative, field: RowField, form: Form): string[] {
  return outlineField(row, field, form)
    .map(({ text }) => text)
    .filter((text) => text !== '');
}

/** Identifiers that come out the same for the same file: what was added is added once, however often it is handed in. */
function identifiersFrom(seed: string): (of: string) => string {
  const counted = new Map<string, number>();
  return (of) => {
    const count = (counted.get(of) ?? 0) + 1;
    counted.set(of, count);
    const hash = sha256Of(`${seed} ${of} ${count}`);
    return identifierFrom(
      Uint8Array.from({ length: 10 }, (_, at) => Number.parseInt(hash.slice(at * 2, at * 2 + 2), 16)),
    );
  };
}
