import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReadRow } from '../../shared/contract/table-requests.ts';
import { applyEdits } from '../../shared/model/apply-edit.ts';
import { fillEdits, pasteEdits } from '../../renderer/state/pasting/pasted-rows.ts';
import { textOfRecords } from '../../renderer/writing/pasted-records.ts';
import { tableOfDocument, tableOfText } from '../../renderer/writing/pasted-table.ts';
import { first, initiative, report, second } from './sample-report.ts';

const read: ReadRow = {
  title: '公園の見守り',
  section: '公園みどり課',
  plan: ['見守ります。'],
  targets: [{ measure: '巡回の回数', note: null, value: '20回' }],
  results: ['巡回しました。'],
  direction: ['続けます。'],
  outcomes: [{ statement: '巡回しました。', asOf: '令和8年3月31日時点', figures: [], targets: [0] }],
};
const nothing: ReadRow = {
  title: '',
  section: '',
  plan: [],
  targets: [],
  results: [],
  direction: [],
  outcomes: [],
};
const target = (id: string) => ({ id, measure: id, note: null, value: null, verdict: 'achieved' as const });
const outcome = (id: string, targets: readonly string[]) => ({
  id,
  statement: id,
  asOf: null,
  figures: [],
  targets,
});

function filled(row: ReturnType<typeof initiative>, said: ReadRow) {
  const done = applyEdits(report({ initiatives: [row] }), fillEdits(row, said));
  if (!done.ok) throw new Error('stale');
  return done.value.initiatives[0];
}

describe('filling a row with a pasted one', () => {
  test('puts its fields there, and leaves those of which the paste says nothing', () => {
    const row = initiative(first, { results: ['元の結果'], targets: [target('target1')] });
    expect(filled(row, { ...nothing, plan: ['見守ります。'] })).toEqual({ ...row, plan: ['見守ります。'] });
    expect(fillEdits(row, nothing)).toEqual([]);
  });

  test('keeps the places and verdicts of targets, and the outcomes that speak of them', () => {
    const row = initiative(first, {
      targets: [target('target1'), target('target2')],
      outcomes: [outcome('outcome1', ['target1', 'target2'])],
    });
    expect(filled(row, { ...nothing, targets: read.targets })).toMatchObject({
      targets: [{ id: 'target1', measure: '巡回の回数', value: '20回', verdict: 'achieved' }],
      outcomes: [{ id: 'outcome1', targets: ['target1'] }],
    });
  });

  test('replaces the outcomes, which speak of the new targets', () => {
    const row = initiative(first, { outcomes: [outcome('outcome1', []), outcome('outcome2', [])] });
    const after = filled(row, read);
    expect(after?.outcomes).toMatchObject([
      { statement: '巡回しました。', targets: [after?.targets[0]?.id] },
    ]);
  });

  test('leaves the words of targets and outcomes where only values came', () => {
    const row = {
      ...initiative(first),
      targets: [{ ...target('見守り'), value: '5回' }, target('点検'), target('植樹')],
      outcomes: [
        { ...outcome('巡回', ['見守り']), figures: [{ label: '巡回', value: '4回' }] },
        outcome('植えた', []),
      ],
    };
    const after = filled(row, {
      ...nothing,
      targets: ['10件', '3基'].map((value) => ({ measure: '', note: null, value })),
      outcomes: [{ statement: '', asOf: null, figures: [{ label: null, value: '22回' }], targets: [] }],
    });
    expect(after?.targets.map(({ measure, value }) => [measure, value])).toEqual([
      ['見守り', '10件'],
      ['点検', '3基'],
      ['植樹', null],
    ]);
    expect(after?.outcomes).toEqual([
      { ...row.outcomes[0], figures: [{ label: '巡回', value: '22回' }] },
      row.outcomes[1],
    ]);
  });

  test('can be taken whatever stood there', () => {
    const some = <T>(value: fc.Arbitrary<T>) => fc.array(value, { maxLength: 3 });
    fc.assert(
      fc.property(
        some(fc.constantFrom('a', 'b')),
        some(fc.constantFrom('x', 'y')),
        some(fc.subarray([0, 1, 2])),
        some(fc.nat(2)),
        (had, targets, outcomes, spoken) => {
          const row = initiative(first, {
            targets: had.map((_, at) => target(`target${at}`)),
            outcomes: spoken.map((_, at) =>
              outcome(
                `outcome${at}`,
                had.slice(0, at + 1).map((__, place) => `target${place}`),
              ),
            ),
          });
          const said: ReadRow = {
            ...read,
            targets: targets.map((measure) => ({ measure, note: null, value: null })),
            outcomes: outcomes.map((named) => ({
              statement: 's',
              asOf: null,
              figures: [],
              targets: named.filter((place) => place < targets.length),
            })),
          };
          const after = filled(row, said);
          if (targets.length > 0) expect(after?.targets.map(({ measure }) => measure)).toEqual(targets);
          if (outcomes.length > 0) expect(after?.outcomes).toHaveLength(outcomes.length);
        },
      ),
    );
  });
});

describe('pasted rows', () => {
  const rows = [initiative(first), initiative(second)];
  const titles = (kind: 'new' | 'fill', row: string | null, said = [read, read]) => {
    const done = applyEdits(report({ initiatives: rows }), pasteEdits(rows, said, { kind, row }));
    return done.ok
      ? done.value.initiatives.map(({ id, title }) => `${id === first || id === second}${title}`)
      : null;
  };

  test('come behind the row as new ones', () => {
    expect(titles('new', first)).toEqual([
      'true川沿いの桜並木の手入れ',
      'false公園の見守り',
      'false公園の見守り',
      'true川沿いの桜並木の手入れ',
    ]);
    expect(titles('new', null)?.slice(2)).toEqual(['false公園の見守り', 'false公園の見守り']);
  });

  test('or go into the rows from it on, those too many as new ones at the end', () => {
    expect(titles('fill', first)).toEqual(['true公園の見守り', 'true公園の見守り']);
    expect(titles('fill', second)).toEqual([
      'true川沿いの桜並木の手入れ',
      'true公園の見守り',
      'false公園の見守り',
    ]);
  });
});

describe('a table', () => {
  const lines = (table: ReturnType<typeof tableOfText>) =>
    table?.map((row) => row.map(({ lines: found }) => found.join('／')));

  test('is a text with as many cells in each line, quotation marks around what breaks', () => {
    expect(lines(tableOfText('1\t"公園の\n「""見守り""」"\t\r\n2\t遊具\t点検\r\n'))).toEqual([
      ['1', '公園の／「"見守り"」', ''],
      ['2', '遊具', '点検'],
    ]);
  });

  test('keeps quotation marks that are the author’s', () => {
    expect(lines(tableOfText('"公園"\t"見守り"の会\r\n遊具\t"点検"\r\n'))).toEqual([
      ['"公園"', '"見守り"の会'],
      ['遊具', '"点検"'],
    ]);
    expect(textOfRecords('"公園の\n見守り"\t点検\r\n')).toBe('公園の\n見守り 点検');
  });

  test.each([
    '・\t見守ります。\r\n・\t直します。\r\n',
    '・\t見守ります。\r\n',
    '(1)\t見守ります。\r\n(2)\t直します。\r\n',
    '①\t見守ります。\r\n②\t直します。\r\n',
    '1.\t見守ります。\r\n2.\t直します。\r\n',
    'l\t見守ります。\r\n\tØ\t直します。\r\n',
    '○\t見守ります。\r\n○\t直します。\r\n',
    '－\t見守ります。\t20回\r\n－\t直します。\t3件\r\n',
  ])('is not a list with a tab behind each bullet: %j', (text) => {
    expect(tableOfText(text)).toBeNull();
  });

  test.each(['1\t公園\r\n2\t遊具\r\n', '○\t公園\r\n△\t遊具\r\n', '相談\t10件\r\n・\t見守り\r\n'])(
    'is what begins with numbers, grades or words: %j',
    (text) => {
      expect(tableOfText(text)).toHaveLength(2);
    },
  );

  test('is not a text with a tab here and there', () => {
    expect(tableOfText('見守ります。\n\t直します。')).toBeNull();
    expect(tableOfText('一行\n二行')).toBeNull();
    expect(tableOfText('')).toBeNull();
  });

  test('on a page is read by its grid, line by line', () => {
    const page = new DOMParser().parseFromString(
      `<table><tr><td rowspan="2">課</td><td colspan="2"><p>一<br>二</p><ul><li>三</li></ul></td></tr>
       <tr><td>四<del>消</del></td><td>五&nbsp;<ruby>六<rt>ろく</rt></ruby></td></tr></table>`,
      'text/html',
    );
    expect(tableOfDocument(page)?.rows).toEqual([
      [
        { lines: ['課'], column: 0, span: 1, merge: 'start' },
        { lines: ['一', '二', '・三'], column: 1, span: 2, merge: 'none' },
      ],
      [
        { lines: [], column: 0, span: 1, merge: 'continued' },
        { lines: ['四'], column: 1, span: 1, merge: 'none' },
        { lines: ['五 六'], column: 2, span: 1, merge: 'none' },
      ],
    ]);
  });

  const of = (html: string) => tableOfDocument(new DOMParser().parseFromString(html, 'text/html'));

  test('in a text, or of one column, is no table to be dealt out', () => {
    expect(of('<p>報告</p><table><tr><td>1</td><td>2</td></tr></table>')).toBeNull();
    expect(
      of(
        `<p>${'お世話になっております。'.repeat(3)}</p><table><tr><td>1</td><td>公園</td><td>点検</td></tr></table>`,
      ),
    ).toBeNull();
    expect(of('<table><tr><td>1</td></tr><tr><td>2</td></tr></table>')).toBeNull();
  });

  test('with a title over it is the whole document, and the title is named', () => {
    const cell = '<td><p>公園の遊具を点検します。</p></td>';
    expect(of(`<p>目標宣言</p><p>&nbsp;</p><table><tr>${cell.repeat(3)}</tr></table>`)).toMatchObject({
      rows: [[{ column: 0 }, { column: 1 }, { column: 2 }]],
      around: ['目標宣言'],
    });
  });

  test('of Word has bullets as text, and neither comments nor hidden text', () => {
    const page = of(`<table><tr><td>
      <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:
      Wingdings'><span style='mso-list:Ignore'>l<span style='font:7.0pt'>&nbsp;&nbsp; </span></span></span><![endif]>点検します。<o:p></o:p></p>
      <p><span style='mso-list:Ignore'>2.&nbsp;</span>直します。<span class=MsoCommentReference><span style='mso-special-character:
      comment'>&nbsp;<a>[森1]</a></span></span></p><p style='display:none;mso-hide:all'>隠し文字</p></td>
      <td><ul><li><p>植えます。</p></li><li>見守ります。</li></ul></td></tr></table>
      <div style='mso-element:comment-list'><div style='mso-element:comment'>よろしく</div></div>`);
    expect(page?.around).toEqual([]);
    expect(page?.rows[0]?.map(({ lines }) => lines)).toEqual([
      ['・点検します。', '・直します。'],
      ['・植えます。', '・見守ります。'],
    ]);
  });
});
