import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cell, docxByHand, paragraph, row, table } from '../word-reading/docx-by-hand.ts';
import { expectNothingLost } from './nothing-lost.ts';
import { understood } from './understood.ts';
import { sixHeadings } from './written-row.ts';
import { howMany } from '../support/how-many.ts';

/** Pieces of what stands in such tables, in any order: sense is not asked for. */
const pieces = [
  ...['・', '●', '○ ', '- ', '(1)', '①', '2.', '※', '→', '　', ' '],
  ...[
    '市民の声を聞きます。',
    '相談件数',
    '登用率 37.5%',
    '１０日',
    '約5,400基',
    '累計',
    '達成しました',
    '推進(改定版)',
  ],
  ...['【令和8年3月31日時点】', '（市民協働課）', '：', '「人優先」', '(', '）', '、が'],
  ...['LED', '収集・公開', '2自治会(計20自治会)', '結果', 'が、', '平成28年度', '〃'],
];

const line = fc
  .array(fc.constantFrom(...pieces), { minLength: 0, maxLength: 4 })
  .map((parts) => parts.join(''));
const text = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));
const cells = fc.record({
  number: fc.constantFrom('', '1', '２', '③', '計', '1-2'),
  others: fc.array(fc.array(text, { minLength: 0, maxLength: 4 }), { minLength: 5, maxLength: 5 }),
  span: fc.boolean(),
});

describe('Of any table under the headings of a report', () => {
  it('no character is lost, and each line is placed or named', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(cells, { maxLength: 5 }),
        fc.array(line, { maxLength: 3 }),
        async (rows, after) => {
          const bytes = docxByHand({
            body:
              paragraph('令和7年度 環境部長の目標宣言') +
              table([
                row(sixHeadings.map(cell)),
                ...rows.map(({ number, others, span }) =>
                  row(
                    span
                      ? [cell({ xml: paragraph(others[0]?.join('') ?? ''), span: 6 })]
                      : [cell([number]), ...others.map((texts) => cell(texts))],
                  ),
                ),
              ]) +
              after.map((found) => paragraph(found)).join(''),
          });
          const read = await understood(bytes);
          await expectNothingLost(bytes, read);
          expect(read.placed + read.unplaced.length).toBe(read.paragraphs);
        },
      ),
      {
        numRuns: howMany({ usual: 100, long: 300 }),
        // A label in a row with a remark of its own: the remark was lost.
        examples: [
          [[{ number: '', others: [[], [], ['結果\n※'], [], ['・']], span: false }], []],
          [[{ number: '', others: [['※'], [], ['結果'], ['※収集・公開'], ['・']], span: false }], []],
          // A row that says no more than a label and something in brackets: those were taken for a unit.
          [[{ number: '', others: [[], ['（市民協働課）', '結果'], [], [], []], span: false }], []],
          // A row that says nothing but one word below the headings: it was taken for one more of them.
          [[{ number: '', others: [[], ['→結果\n'], [], [], []], span: false }], []],
        ],
      },
    );
  });
});
