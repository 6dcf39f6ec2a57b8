import type { HandedInRow, UnplacedText } from '../../word/marked/handed-in-rows.ts';
import { initiativeWith } from '../../word/marked/initiative-with.ts';
import { plainName } from '../../domain/plain-name.ts';
import { sha256Of } from '../../files/sha256.ts';
import { fieldsOf, type Form } from '../../../shared/model/form.ts';
import { identifierFrom } from '../../../shared/model/identifier.ts';
import { valueAt } from '../../../shared/model/merging/settle.ts';
import { sheetOf } from '../../../shared/model/merging/sheet.ts';
import { differingPlaces } from '../../../shared/model/merging/take-in.ts';
import { emptyInitiative, type Initiative } from '../../../shared/model/report.ts';
import { isItemField, type ItemField } from '../../../shared/model/fields/item-parts.ts';
import { rowTexts } from '../../../shared/model/report-texts.ts';
import { sameValue } from '../../../shared/model/same-value.ts';
import { unplacedMarkupReason } from '../../../shared/words/unplaced-markup-reason.ts';
import { initiativeWithPlace } from '../../word/marked/initiative-with-place.ts';
import { placeOf } from '../../word/marked/marked-place.ts';
import { keyOfPart } from '../../word/marked/part-key.ts';
import { rowFromTexts } from '../../word/marked/row-from-texts.ts';
import { storable } from '../word/report-with-field.ts';
import { fieldText, textAt } from '../word/row-text.ts';
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
 * It goes on from an earlier hand-in where it says again a text that came with that one, and nowhere what was given out
 * where that one had changed it: who writes on in the same file does so, who writes in another copy does not. `earlier`: the oldest first.
 */
export function rowsOfWord(
  given: WordDistribution,
  said: readonly HandedInRow[],
  earlier: readonly Earlier[],
): RowsOfWord {
  const base = sheetOf(given.report.initiatives);
  const givenWords = wordsOf(given.report.initiatives);
  const goesOn = (made: readonly Initiative[], { rows }: Earlier): boolean => {
    const places = differingPlaces(base, sheetOf(rows));
    const isTakenBack = places.some((place) =>
      sameValue(valueAt(made, place), valueAt(given.report.initiatives, place)),
    );
    const theirs = wordsOf(rows);
    return (
      !isTakenBack && wordsOf(made).some((text) => theirs.includes(text) && !givenWords.includes(text))
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

/** A text that no field can hold. */
type Tell = (field: string, text: readonly string[]) => unknown;

function wordsOf(rows: readonly Initiative[]): readonly string[] {
  return rows.flatMap((row) => rowTexts(row).map(({ text }) => text)).filter((text) => text !== '');
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
  const tell: Tell = (field, text) =>
    unplaced.push({
      ...{ row: null, field, text: text.join('\n') },
      why: unplacedMarkupReason('does-not-fit'),
    });
  const derived = identifiersFrom(`${report.id} ${start.sequence} ${start.step} ${section}`);
  const rows = said.map(({ base, title, texts }): Initiative => {
    const old = base === null ? undefined : before.get(base);
    const earlier =
      old === undefined
        ? added.find((row) => !used.has(row.id) && plainName(row.title) === plainName(title))
        : begun.get(old.id);
    let row = earlier ?? old ?? { ...emptyInitiative(derived(`row ${title}`)), section };
    used.add(row.id);
    const come =
      old === undefined ? rowFromTexts(row.id, texts, form, () => derived(`${row.id} items`)) : null;
    for (const field of fieldsOf(form)) {
      if (texts[field.id] === undefined && isItemField(field.id) && isParted(field.id, form)) {
        row =
          come === null
            ? withParts(row, old ?? row, field.id, texts, form, tell)
            : { ...row, [field.id]: come[field.id] };
        continue;
      }
      const text = texts[field.id] ?? (old === undefined ? [] : fieldText(old, field.id, form));
      const isUnsaid = field.id === 'section' && text.length === 0;
      if (isUnsaid || sameValue(text, fieldText(row, field.id, form))) continue;
      const next = storable(initiativeWith(row, field, text, () => derived(`${row.id} ${field.id}`)));
      if (next !== null) row = next;
      else tell(field.id, text);
    }
    return row;
  });
  return { rows, unplaced };
}

/** Whether the form prints each target or outcome part by part. */
function isParted(field: ItemField, { columns }: Form): boolean {
  return columns.some(({ content, ofEach }) => content.includes(field) && ofEach !== undefined);
}

/** The row with what a file says of each target or outcome that was given out; what it leaves says that again. */
function withParts(
  row: Initiative,
  old: Initiative,
  field: ItemField,
  texts: HandedInRow['texts'],
  form: Form,
  tell: Tell,
): Initiative {
  const parts = form.columns.flatMap(({ content, ofEach = [] }) => (content.includes(field) ? ofEach : []));
  const places = old[field].flatMap(({ id: item }) => parts.map((part) => ({ field, of: { item, part } })));
  return places.reduce((made, at) => {
    const place = placeOf(row.id, at, form);
    if (place === null) return made;
    const text = texts[keyOfPart(at) ?? ''] ?? textAt(old, place, form) ?? [];
    if (sameValue(text, textAt(made, place, form))) return made;
    const next = initiativeWithPlace(made, place, text, () => row.id);
    const stored = next && storable(next);
    if (!stored) tell(field, text);
    return stored ?? made;
  }, row);
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
