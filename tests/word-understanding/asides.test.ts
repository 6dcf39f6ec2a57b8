import { describe, expect, it } from 'vitest';
import type { UnderstoodReport } from '../../main/word/understanding/understood-report.ts';
import {
  cell,
  docxByHand,
  paragraph,
  row,
  run,
  table,
  wordNamespace,
} from '../word-reading/docx-by-hand.ts';
import { understood } from './understood.ts';

const headings = row(['NO', '取組名', '取組内容', '達成目標'].map((text) => cell([text])));

/** A run with properties of its own. */
const looked = (text: string, properties: string): string =>
  run(text).replace('<w:r>', `<w:r><w:rPr>${properties}</w:rPr>`);

const styles = `<w:styles xmlns:w="${wordNamespace}">
  <w:style w:type="character" w:styleId="a1"><w:name w:val="消した字"/><w:rPr><w:strike/></w:rPr></w:style>
  <w:style w:type="character" w:styleId="a2"><w:name w:val="Placeholder Text"/></w:style>
  <w:style w:type="paragraph" w:styleId="p1"><w:name w:val="内部メモ"/><w:rPr><w:vanish/></w:rPr></w:style>
</w:styles>`;

function read(body: string): Promise<UnderstoodReport> {
  return understood(
    docxByHand({
      body: paragraph('令和7年度 環境部長の目標宣言') + body,
      parts: [{ name: 'styles.xml', type: 'styles', xml: styles }],
    }),
  );
}

const told = ({ unplaced }: UnderstoodReport): unknown[] =>
  unplaced.map(({ row: place, field, text, why }) => [place, field, text, why]);

describe('What nobody reads in a typed report is told, and is in no field', () => {
  it('struck through by hand or by a style, with the new text behind it', async () => {
    const report = await read(
      table([
        headings,
        row([
          cell(['1']),
          cell({ xml: paragraph(looked('旧花壇', '<w:rStyle w:val="a1"/>') + run('花壇の手入れ')) }),
          cell({
            xml: paragraph(
              run('・植えます。') + looked('刈り', '<w:dstrike/>') + looked('ます。', '<w:strike/>'),
            ),
          }),
          cell({ xml: paragraph(run('・植え替え ') + looked('80本', '<w:strike/>') + run('90本')) }),
        ]),
      ]),
    );
    expect(report.draft.initiatives).toMatchObject([
      { title: '花壇の手入れ', plan: ['植えます。'], targets: [{ measure: '植え替え', value: '90本' }] },
    ]);
    expect(told(report)).toEqual([
      [1, 'title', '旧花壇', 'struck'],
      [1, 'plan', '刈ります。', 'struck'],
      [1, 'targets', '80本', 'struck'],
    ]);
    expect(report.placed + report.unplaced.length).toBe(report.paragraphs);
  });

  it('hidden by its letters, its paragraph, its row or a cell merged into the one above', async () => {
    const report = await read(
      paragraph('案の段階の注', '<w:pStyle w:val="p1"/>') +
        table([
          headings,
          row([
            cell(['1']),
            cell({ xml: paragraph('花壇の手入れ'), merge: 'restart' }),
            cell({ xml: paragraph(run('・植えます。') + looked('（予算は未定）', '<w:vanish/>')) }),
            cell({ xml: paragraph('財政課へ照会中', '<w:pStyle w:val="p1"/>') }),
          ]),
          row([
            cell(['']),
            cell({ xml: paragraph('隠れた題名'), merge: 'continue' }),
            cell(['・水をやります。']),
            cell(['']),
          ]),
          row([cell(['2']), cell(['見えない取組']), cell(['']), cell([''])], '<w:hidden/>'),
        ]),
    );
    expect(report.draft.initiatives).toMatchObject([
      { title: '花壇の手入れ', plan: ['植えます。', '水をやります。'], targets: [] },
    ]);
    expect(told(report)).toEqual([
      [1, 'title', '隠れた題名', 'hidden'],
      [1, 'plan', '（予算は未定）', 'hidden'],
      [1, 'targets', '財政課へ照会中', 'hidden'],
      [null, null, '案の段階の注', 'hidden'],
      [null, null, '2', 'hidden'],
      [null, null, '見えない取組', 'hidden'],
    ]);
  });

  it('shown by a form in fields that nobody has filled in, once for all of them', async () => {
    const request = 'ここに入力してください。';
    const control = (content: string, settings = ''): string =>
      `<w:sdt><w:sdtPr>${settings}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const empty = cell({ xml: control(paragraph(request), '<w:showingPlcHdr/>') });
    const report = await read(
      table([
        headings,
        row([
          cell(['1']),
          cell({ xml: control(paragraph('花壇の手入れ')) }),
          cell({ xml: paragraph(looked(request, '<w:rStyle w:val="a2"/>')) }),
          cell({ xml: control(control(paragraph('・植え替え 90本')), '<w:showingPlcHdr/>') }),
        ]),
        row([cell(['2']), empty, empty, empty]),
      ]),
    );
    expect(report.draft.initiatives).toMatchObject([
      { title: '花壇の手入れ', plan: [], targets: [{ measure: '植え替え', value: '90本' }] },
    ]);
    expect(told(report)).toEqual([
      [null, 'NO', '2', 'number-only'],
      [1, 'plan', request, 'placeholder'],
    ]);
  });
});
