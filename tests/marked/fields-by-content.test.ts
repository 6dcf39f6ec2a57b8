import { describe, expect, test } from 'vitest';
import { fieldsByContent } from '../../main/word/marked/fields-by-content.ts';
import { outlineRow } from '../../shared/model/outline.ts';
import { reportForm } from '../../shared/model/forms/official-form.ts';
import type { OwnValues } from '../../shared/model/fields/field.ts';
import type { RowField } from '../../shared/model/fields/built-in-fields.ts';
import { fullInitiative } from '../data/sample-content.ts';
import { madeUpForm, madeUpValues } from '../fields/made-up-form.ts';

/** The parts of a cell of the made-up form that hold these fields, as they are printed. */
function printed(fields: readonly RowField[], own: OwnValues) {
  const form = { ...madeUpForm, columns: [{ heading: ['列'], content: fields, width: 60 }] };
  const row = { ...fullInitiative(), own };
  const parts = outlineRow(row, 1, form).cells.flatMap((cell) => cell.parts);
  return {
    form,
    texts: parts.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)),
    fields: parts.flatMap(({ field, paragraphs }) => paragraphs.map(() => field)),
  };
}

describe('The fields of a cell without bookmarks', () => {
  test.for<[string, RowField[], OwnValues]>([
    ['all own fields', ['xmeasure', 'xpartners', 'xreason'], madeUpValues],
    [
      'single lines before, between and behind',
      ['xmeasure', 'title', 'section', 'xbudget', 'xdue'],
      madeUpValues,
    ],
    ['empty ones among them', ['xgrade', 'xpartners', 'xreason', 'direction'], {}],
    ['signs, a number and a day', ['xgrade', 'xgoals', 'xbudget', 'xdue', 'xpartners'], madeUpValues],
  ])('%s: each paragraph is told', ([, cell, own]) => {
    const { form, texts, fields } = printed(cell, own);
    expect(fieldsByContent(texts, cell, form)).toEqual(fields);
  });

  test('of the official table: a name on two lines, a section in brackets of any width', () => {
    const texts = ['地域の記憶を', '(第二期)', 'つなぐ事業', '（地域つながり課）'];
    expect(fieldsByContent(texts, ['title', 'section'], reportForm)).toEqual([
      'title',
      'title',
      'title',
      'section',
    ]);
    expect(
      fieldsByContent(['・開催', '［今後の取組の方向性］', '・継続'], ['results', 'direction'], reportForm),
    ).toEqual(['results', 'direction', 'direction']);
  });
});
