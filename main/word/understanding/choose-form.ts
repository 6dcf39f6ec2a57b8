import type { OfficeForm } from '../../../shared/model/forms/office-form.ts';
import type { ViewBlock, ViewTable } from '../reading/view-blocks.ts';
import { hasText, linesOf } from './cell-lines.ts';
import { comparable, fieldNamed } from './field-names.ts';
import { gradeHeadings } from './grade-columns.ts';
import { KnownForm, nameKey, officialOnly } from './known-form.ts';

/** Headings and labels stand in the first rows of a table, and are short. */
const mostRows = 30;
const longestName = 60;

/**
 * The form of which the file's tables name most own fields; of several the first, the official one where they name none.
 *
 * A name that every report may have, as 評価 is, tells no form: it counts once the form is known by another.
 */
export function chooseForm(blocks: readonly ViewBlock[], forms: readonly OfficeForm[]): KnownForm {
  if (forms.length === 0) return officialOnly;
  const names = new Set(tablesIn(blocks).flatMap(namesIn));
  const rowsOfNames = tablesIn(blocks).flatMap(headingsOf);
  let best = officialOnly;
  let most = 0;
  for (const form of forms) {
    const known = new KnownForm(form);
    const telling = [...known.names].filter(([key]) => names.has(key) && !isEverybodys(key));
    const laidOut = rowsOfNames.some((headings) => known.contentUnder(headings) !== null);
    const said = new Set(telling.map(([, field]) => field)).size + (laidOut ? form.fields.length + 1 : 0);
    if (said > most) [best, most] = [known, said];
  }
  return best;
}

function isEverybodys(key: string): boolean {
  return fieldNamed(key) !== undefined || gradeHeadings.has(key);
}

function tablesIn(blocks: readonly ViewBlock[]): ViewTable[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'table') return [block];
    return block.kind === 'text-box' ? tablesIn(block.blocks) : [];
  });
}

/** What the cells of each of the first rows say, as headings. */
function headingsOf({ rows }: ViewTable): string[][] {
  return rows.slice(0, mostRows).map(({ cells }) => cells.map(({ blocks }) => textOf(blocks)));
}

function namesIn(table: ViewTable): string[] {
  const texts = new Set(headingsOf(table).flat());
  return [...texts].flatMap((text) => {
    if (text.length > longestName) return [];
    const plain = text.replace(/[(（][^()（）]*[)）]\s*$/u, '');
    return [nameKey(comparable(text)), nameKey(comparable(plain))];
  });
}

function textOf(blocks: readonly ViewBlock[]): string {
  return linesOf(blocks)
    .filter(hasText)
    .map(({ text }) => text.trim())
    .join('');
}
