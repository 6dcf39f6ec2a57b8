import { describe, expect, it } from 'vitest';
import type { UnderstoodReport } from '../../main/word/understanding/understood-report.ts';
import {
  by,
  cell,
  docxByHand,
  paragraph,
  row,
  table,
  wordNamespace,
} from '../word-reading/docx-by-hand.ts';
import { understood } from './understood.ts';

const title = paragraph('令和6年度 環境部長の目標宣言');

/** A document that holds a part of another kind, and nothing else below its title. */
function withChunk(name: string, content: string | Buffer): Uint8Array {
  return docxByHand({
    body: `${title}<w:altChunk r:id="rId1"/>`,
    parts: [{ name: 'chunk.xml', type: 'aFChunk', xml: '<w/>' }],
    more: [{ name: `word/${name}`, content }],
    rewrite: (xml) => xml.replace('Target="chunk.xml"', `Target="${name}"`),
  });
}

const page =
  '<html><body><table><tr><th>NO<th>取組名<th>担当課<th>取組内容<th>達成目標</tr>' +
  '<tr><td rowspan="2">1</td><td rowspan=2>花壇の手入れ</td><td rowspan=2>公園課</td>' +
  '<td>・植えます&#12290;<br>・<s>刈ります。</s>水やりをします。</td><td>・花壇&nbsp;12か所</td></tr>' +
  '<tr><td colspan=2>・ほかの町にも伝えます。</td></tr>' +
  '<tr><td>2<td>街路樹の見回り<td>道路課<td><p>・見て回ります。</p><td>・回数 30回</tr></table></body></html>';

function expectPage({ draft, unplaced }: UnderstoodReport): void {
  expect(draft.initiatives).toMatchObject([
    {
      title: '花壇の手入れ',
      section: '公園課',
      plan: ['植えます。', '水やりをします。', 'ほかの町にも伝えます。'],
      targets: [{ measure: '花壇', value: '12か所' }],
    },
    { title: '街路樹の見回り', section: '道路課', plan: ['見て回ります。'], targets: [{ value: '30回' }] },
  ]);
  expect(unplaced).toMatchObject([{ text: '刈ります。', why: 'struck' }]);
}

describe('What Word shows of a part of another kind is read', () => {
  it('of a page of HTML', async () => {
    expectPage(await understood(withChunk('chunk.html', page)));
  });

  it('of a web archive, in the encoding that it names', async () => {
    const encoded = [...Buffer.from(page, 'utf8')]
      .map((byte) =>
        byte > 126 || byte === 61 ? `=${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte),
      )
      .join('')
      .replace('</tr>', '</tr>=\r\n');
    const archive = [
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; boundary="----=_next"',
      '',
      '------=_next',
      'Content-Type: text/html; charset="utf-8"',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      encoded,
      '------=_next--',
    ].join('\r\n');
    expectPage(await understood(withChunk('chunk.mht', archive)));
  });

  it('of a Word file', async () => {
    const inner = docxByHand({
      body: table([
        row(['取組名', '取組内容', '達成目標'].map((text) => cell([text]))),
        row(['花壇の手入れ', '・植えます。', '・花壇 12か所'].map((text) => cell([text]))),
      ]),
    });
    const { draft } = await understood(withChunk('chunk.docx', inner));
    expect(draft.initiatives).toMatchObject([{ title: '花壇の手入れ', plan: ['植えます。'] }]);
  });

  it('of a Word file with tracked changes and a footnote: both are known', async () => {
    const inner = docxByHand({
      body: table([
        row(['取組名', '取組内容', '達成目標'].map((text) => cell([text]))),
        row([
          cell(['花壇の手入れ']),
          cell({
            xml: `<w:p><w:r><w:t>・植えます。</w:t></w:r><w:ins ${by('部長')}><w:r><w:t>秋も。</w:t></w:r></w:ins><w:r><w:footnoteReference w:id="2"/></w:r></w:p>`,
          }),
          cell(['・花壇 12か所']),
        ]),
      ]),
      parts: [
        {
          name: 'footnotes.xml',
          type: 'footnotes',
          xml: `<w:footnotes xmlns:w="${wordNamespace}"><w:footnote w:id="2">${paragraph('球根は寄附です。')}</w:footnote></w:footnotes>`,
        },
      ],
    });
    const { hasTrackedChanges, unplaced, draft } = await understood(withChunk('chunk.docx', inner));
    expect(hasTrackedChanges).toBe(true);
    expect(draft.initiatives[0]?.plan).toEqual(['植えます。秋も。']);
    expect(unplaced).toMatchObject([{ text: '球根は寄附です。', why: 'footnote' }]);
  });

  it('and one that can’t be read is named', async () => {
    const bytes = docxByHand({
      body:
        title +
        table([
          row(['取組名', '取組内容', '達成目標'].map((text) => cell([text]))),
          row(['花壇の手入れ', '・植えます。', '・花壇 12か所'].map((text) => cell([text]))),
        ]) +
        '<w:altChunk r:id="rId1"/>',
      parts: [{ name: 'chunk.xml', type: 'aFChunk', xml: '<w/>' }],
      more: [{ name: 'word/chunk.rtf', content: '{\\rtf1 text}' }],
      rewrite: (xml) => xml.replace('Target="chunk.xml"', 'Target="chunk.rtf"'),
    });
    const { unplaced } = await understood(bytes);
    const text =
      '〔差し込まれたリッチテキスト（RTF）の部分は読み取れません。Word で開いて上書き保存すると、読み取れるようになります〕';
    expect(unplaced).toMatchObject([{ text }]);
  });
});

describe('A file with bytes behind its end', () => {
  it.each([
    ['a line break', '\n'],
    ['two', '\r\n'],
    ['a signature', 'x'.repeat(4_000)],
  ])('%s', async (_, tail) => {
    const file = docxByHand({
      body:
        title +
        table([
          row(['取組名', '取組内容', '達成目標'].map((text) => cell([text]))),
          row(['花壇の手入れ', '・植えます。', '・花壇 12か所'].map((text) => cell([text]))),
        ]),
    });
    const { draft } = await understood(Buffer.concat([file, Buffer.from(tail)]));
    expect(draft.initiatives).toHaveLength(1);
  });
});

describe('Boxes that Word draws', () => {
  const box = (checked: boolean): string =>
    '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/>' +
    `${checked ? '<w:checked/>' : ''}</w:checkBox></w:ffData></w:fldChar></w:r>` +
    '<w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
  const word = (text: string): string => `<w:r><w:t xml:space="preserve">${text} </w:t></w:r>`;
  const sign = (char: string): string => `<w:r><w:sym w:font="Wingdings" w:char="${char}"/></w:r>`;

  it.each([
    ['form fields', (on: boolean) => box(on)],
    ['signs of a symbol font', (on: boolean) => sign(on ? 'F0FE' : 'F0A8')],
  ])('%s are ticked or not', async (_, drawn) => {
    const choice = (at: number): string =>
      `<w:p>${['達成', '一部達成', '未達成'].map((text, place) => drawn(place === at) + word(text)).join('')}</w:p>`;
    const { draft, unplaced } = await understood(
      docxByHand({
        body:
          title +
          table([
            row(['取組名', '達成目標', '取組結果', '達成状況', '評価'].map((text) => cell([text]))),
            ...[0, 1, 2].map((at) =>
              row([
                ...[`花壇${at}`, '・花壇 12か所', '・植えました。', '・12か所でした。'].map((text) =>
                  cell([text]),
                ),
                cell({ xml: choice(at) }),
              ]),
            ),
          ]),
      }),
    );
    expect(draft.initiatives.map(({ targets }) => targets[0]?.verdict)).toEqual([
      'achieved',
      'partly-achieved',
      'not-achieved',
    ]);
    expect(unplaced).toEqual([]);
  });
});

describe('A title that was written wide', () => {
  it.each([
    ['令 和 ７ 年 度\u3000\u3000環 境 部 長 の 目 標 宣 言', '令和７年度', 2025],
    ['\uf9a8和６年\ufa01 環境部長の目標宣言', '令和６年度', 2024],
    [
      [...'令和六年度'].join('\u3000') + '\u3000'.repeat(3) + [...'環境部長の目標宣言'].join('\u3000'),
      '令和六年度',
      2024,
    ],
    ['令和 ６ 年 度\u3000環境部長の目標宣言', '令和６年度', 2024],
  ])('%s', async (line, yearLabel, fiscalYear) => {
    const { draft } = await understood(
      docxByHand({
        body:
          paragraph(line) +
          table([
            row(['取組名', '取組内容', '達成目標'].map((text) => cell([text]))),
            row(['花壇の手入れ', '・植えます。', '・花壇 12か所'].map((text) => cell([text]))),
          ]),
      }),
    );
    expect(draft).toMatchObject({ yearLabel, fiscalYear, headPost: '環境部長', department: '環境部' });
  });
});
