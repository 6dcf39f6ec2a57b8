import { describe, expect, it } from 'vitest';
import { viewDocument } from '../../main/word/reading/document-view.ts';
import type { ViewBlock } from '../../main/word/reading/view-blocks.ts';
import { readWordDocument } from '../../main/word/reading/read-word-document.ts';
import type { Block, Paragraph, WordDocument } from '../../main/word/reading/word-document.ts';
import { must } from '../support/must.ts';
import {
  by,
  cell,
  docxByHand,
  paragraph,
  row,
  run,
  table,
  wordNamespace,
  type DocxByHand,
} from './docx-by-hand.ts';

async function read(file: DocxByHand): Promise<WordDocument> {
  return must(await readWordDocument(docxByHand(file)));
}

/** Texts of the paragraphs, tables and boxes as nested lists. */
type Texts = readonly (string | Texts)[];

function textsOf(blocks: readonly ViewBlock[]): Texts {
  return blocks.map((block) => {
    if (block.kind === 'paragraph') return block.text;
    if (block.kind === 'text-box') return textsOf(block.blocks);
    return block.rows.map(({ cells }) => cells.map(({ blocks: inner }) => textsOf(inner)));
  });
}

async function texts(body: string, changes: 'accepted' | 'original' = 'accepted'): Promise<Texts> {
  return textsOf(viewDocument(await read({ body }), changes).body);
}

function firstParagraph(blocks: readonly Block[]): Paragraph {
  const found = blocks.find((block) => block.kind === 'paragraph');
  if (found?.kind !== 'paragraph') throw new Error('no paragraph');
  return found;
}

const ins = (author: string, xml: string, id = 1): string => `<w:ins ${by(author, id)}>${xml}</w:ins>`;
const del = (author: string, text: string, id = 2): string =>
  `<w:del ${by(author, id)}>${run(text, 'delText')}</w:del>`;
const mark = (element: string): string => `<w:rPr><w:${element} ${by('課長')}/></w:rPr>`;

describe('Text is read', () => {
  it('with breaks, tabs, hyphens and signs', async () => {
    expect(
      await texts(
        paragraph(
          '<w:r><w:t>一</w:t><w:br/><w:t>二</w:t><w:tab/><w:t>三</w:t><w:noBreakHyphen/><w:t>四</w:t><w:cr/><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="外字" w:char="E000"/></w:r>',
          '<w:tabs><w:tab w:val="left" w:pos="100"/></w:tabs>',
        ),
      ),
    ).toEqual(['一\n二\t三\u2011四\n✓\uE000']);
  });

  it('with spaces as they are, and without the line breaks of an indented file', async () => {
    expect(await texts(paragraph('<w:r><w:t xml:space="preserve"> 前 </w:t><w:t>後</w:t></w:r>'))).toEqual([
      ' 前 後',
    ]);
    expect(await texts(paragraph('<w:r><w:t>\n   中の\n   行\n  </w:t></w:r>'))).toEqual([
      '中の 行'.replace(' ', '    '),
    ]);
  });

  it('of fields the result and not the instruction, nested ones too', async () => {
    const field = (code: string, result: string): string =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r>${code}<w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const instruction = '<w:r><w:instrText>INCLUDETEXT "C:\\秘密.docx"</w:instrText></w:r>';
    expect(
      await texts(
        paragraph(field(instruction + field('', run('中の式')), run('答え')) + run('。')) +
          paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run('終わらない式')) +
          paragraph(`<w:fldSimple w:instr="PAGE">${run('3')}</w:fldSimple>`),
      ),
    ).toEqual(['答え。', '', '3']);
  });

  it('of ruby the base, and what stands over it is kept apart', async () => {
    const document = await read({
      body: paragraph(
        `<w:r><w:ruby><w:rubyPr/><w:rt>${run('べっぷ')}</w:rt><w:rubyBase>${run('別府')}</w:rubyBase></w:ruby></w:r>${run('課長')}`,
      ),
    });
    expect(firstParagraph(document.body).pieces).toMatchObject([
      { kind: 'text', text: '別府' },
      { kind: 'ruby', text: 'べっぷ' },
      { kind: 'text', text: '課長' },
    ]);
  });

  it('once where a file says it twice for different programs, from boxes and content controls', async () => {
    const box = (text: string): string => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;
    expect(
      await texts(
        `<w:sdt><w:sdtPr><w:placeholder/></w:sdtPr><w:sdtContent>${paragraph(
          run('外') +
            `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${box('箱')}</mc:Choice><mc:Fallback>${box('箱')}</mc:Fallback></mc:AlternateContent></w:r>` +
            `<w:hyperlink r:id="rId9">${run('つながり')}</w:hyperlink><w:smartTag>${run('札')}</w:smartTag>`,
        )}</w:sdtContent></w:sdt>`,
      ),
    ).toEqual(['外つながり札', ['箱']]);
  });

  it('of tables by the columns of the grid, with merges and tables inside', async () => {
    const { body } = await read({
      body: table([
        row(
          [cell(['一']), cell({ xml: paragraph('二'), span: 2, merge: 'restart' })],
          '<w:gridBefore w:val="1"/><w:tblHeader/>',
        ),
        row([cell(['三']), cell({ xml: table([row([cell(['中'])])]) + paragraph(''), merge: 'continue' })]),
      ]),
    });
    expect(body).toMatchObject([
      {
        rows: [
          {
            heading: true,
            cells: [
              { column: 1, span: 1 },
              { column: 2, span: 2, merge: 'start' },
            ],
          },
          {
            heading: false,
            cells: [{ column: 0 }, { column: 1, merge: 'continued', blocks: [{ kind: 'table' }, {}] }],
          },
        ],
      },
    ]);
  });

  it('whatever prefixes and which of its two namespaces OOXML is written in', async () => {
    const body = paragraph('同じ文') + table([row([cell(['表の中'])])]);
    const expected = ['同じ文', [[['表の中']]]];
    const strict = (xml: string): string =>
      xml.replaceAll(wordNamespace, 'http://purl.oclc.org/ooxml/wordprocessingml/main');
    const renamed = (xml: string): string =>
      xml
        .replaceAll(/<(\/?)w:/g, '<$1ns0:')
        .replaceAll(/ w:(\w+)=/g, ' ns0:$1=')
        .replace('xmlns:w=', 'xmlns:ns0=');
    for (const rewrite of [strict, renamed, (xml: string) => strict(renamed(xml))]) {
      expect(textsOf(viewDocument(await read({ body, rewrite }), 'accepted').body)).toEqual(expected);
    }
    const other = (xml: string): string => xml.replaceAll(wordNamespace, 'urn:something-else');
    expect(textsOf(viewDocument(await read({ body, rewrite: other }), 'accepted').body)).toEqual([]);
  });
});

describe('Lists are understood', () => {
  const levels = (...texts: readonly (readonly [format: string, text: string])[]): string =>
    texts
      .map(
        ([format, text], level) =>
          `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`,
      )
      .join('');
  const parts = [
    {
      name: 'numbering.xml',
      type: 'numbering',
      xml:
        `<w:numbering xmlns:w="${wordNamespace}"><w:abstractNum w:abstractNumId="3">${levels(['decimalEnclosedCircle', '%1'], ['decimalFullWidth', '%1－%2'])}</w:abstractNum>` +
        `<w:abstractNum w:abstractNumId="4">${levels(['bullet', '\uF06C'])}</w:abstractNum>` +
        '<w:num w:numId="1"><w:abstractNumId w:val="3"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="4"/></w:num></w:numbering>',
    },
    {
      name: 'styles.xml',
      type: 'styles',
      xml:
        `<w:styles xmlns:w="${wordNamespace}"><w:style w:styleId="a"><w:name w:val="箇条書き"/><w:basedOn w:val="b"/></w:style>` +
        '<w:style w:styleId="b"><w:name w:val="元"/><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style></w:styles>',
    },
  ];
  const item = (list: number, level: number): string =>
    paragraph('項', `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);

  it('with the signs that Word shows, by paragraph or by style', async () => {
    const { body } = await read({
      body:
        item(1, 0) +
        item(1, 0) +
        item(1, 1) +
        item(1, 1) +
        item(1, 0) +
        item(2, 0) +
        paragraph('項', '<w:pStyle w:val="a"/>') +
        item(0, 0),
      parts,
    });
    expect(body.map((block) => (block.kind === 'paragraph' ? (block.list?.text ?? null) : ''))).toEqual([
      '①',
      '②',
      '②－１',
      '②－２',
      '③',
      '●',
      '●',
      null,
    ]);
    expect(body[6]).toMatchObject({ style: '箇条書き', list: { kind: 'bullet', level: 0 } });
  });
});

describe('Tracked changes', () => {
  it('of text are told with author and date, and taken either way', async () => {
    const body = paragraph(
      run('毎週') + del('部長', '金曜') + ins('部長', run('月曜'), 7) + run('に開く。'),
    );
    expect(await texts(body)).toEqual(['毎週月曜に開く。']);
    expect(await texts(body, 'original')).toEqual(['毎週金曜に開く。']);
    const document = await read({ body });
    expect(document.hasTrackedChanges).toBe(true);
    expect(firstParagraph(document.body).pieces).toMatchObject([
      { tracked: { inserted: null, deleted: null } },
      {
        text: '金曜',
        tracked: {
          inserted: null,
          deleted: { author: '部長', date: '2026-05-01T09:00:00Z', id: '2', move: null },
        },
      },
      { text: '月曜', tracked: { inserted: { author: '部長', id: '7' }, deleted: null } },
      {},
    ]);
  });

  it('inside changes of another hand are both', async () => {
    const body = paragraph(ins('課長', run('新') + `<w:del ${by('部長')}>${run('消', 'delText')}</w:del>`));
    expect(await texts(body)).toEqual(['新']);
    expect(await texts(body, 'original')).toEqual(['']);
    const [, second] = firstParagraph((await read({ body })).body).pieces;
    expect(second).toMatchObject({
      tracked: { inserted: { author: '課長' }, deleted: { author: '部長' } },
    });
  });

  it('of paragraph marks join and divide paragraphs', async () => {
    const body =
      paragraph('一は', mark('del')) +
      paragraph('二と続く。') +
      paragraph('三は', mark('ins')) +
      paragraph('四と分かれた。') +
      table([row([cell({ xml: paragraph('表の前', mark('del')) })])]);
    expect(await texts(body)).toEqual(['一は二と続く。', '三は', '四と分かれた。', [[['表の前']]]]);
    expect(await texts(body, 'original')).toEqual([
      '一は',
      '二と続く。',
      '三は四と分かれた。',
      [[['表の前']]],
    ]);
  });

  it('of moves bear the name that both ends share', async () => {
    const body =
      paragraph(
        `<w:moveFromRangeStart w:id="1" w:name="move7"/><w:moveFrom ${by('部長')}>${run('動く', 'delText')}</w:moveFrom><w:moveFromRangeEnd w:id="1"/>` +
          run('後'),
      ) +
      paragraph(
        `<w:moveToRangeStart w:id="2" w:name="move7"/><w:moveTo ${by('部長')}>${run('動く')}</w:moveTo><w:moveToRangeEnd w:id="2"/>`,
      );
    expect(await texts(body)).toEqual(['後', '動く']);
    expect(await texts(body, 'original')).toEqual(['動く後', '']);
    expect(firstParagraph((await read({ body })).body).pieces[0]).toMatchObject({
      tracked: { deleted: { move: 'move7' } },
    });
  });

  it('of rows take the row in or out', async () => {
    const body = table([
      row([cell(['残る'])]),
      row([cell(['加わる'])], `<w:ins ${by('部長')}/>`),
      row([cell(['消える'])], `<w:del ${by('部長')}/>`),
    ]);
    expect(await texts(body)).toEqual([[[['残る']], [['加わる']]]]);
    expect(await texts(body, 'original')).toEqual([[[['残る']], [['消える']]]]);
  });

  it('are none where only looks were changed', async () => {
    const { hasTrackedChanges } = await read({
      body: paragraph(
        `<w:r><w:rPr><w:b/><w:rPrChange ${by('部長')}><w:rPr><w:ins ${by('部長')}/></w:rPr></w:rPrChange></w:rPr><w:t>太字</w:t></w:r>`,
      ),
    });
    expect(hasTrackedChanges).toBe(false);
  });
});

describe('Marks of the program', () => {
  it('are told for each paragraph that they lie over, also where they stand between paragraphs', async () => {
    const start = (id: number, name: string): string => `<w:bookmarkStart w:id="${id}" w:name="${name}"/>`;
    const end = (id: number): string => `<w:bookmarkEnd w:id="${id}"/>`;
    const { body } = viewDocument(
      await read({
        body:
          paragraph(start(1, '_sg_rowrow1_plan') + run('一')) +
          paragraph(run('二') + end(1)) +
          paragraph('三') +
          start(2, '_sg_rowrow1_results') +
          paragraph('四') +
          end(2) +
          paragraph('五') +
          paragraph(start(3, '_sg_rowrow1_direction') + end(3)) +
          paragraph(start(4, 'Other') + run('六') + end(4)),
      }),
      'accepted',
    );
    expect(body.map((block) => (block.kind === 'paragraph' ? block.bookmarks : null))).toEqual([
      ['_sg_rowrow1_plan'],
      ['_sg_rowrow1_plan'],
      [],
      ['_sg_rowrow1_results'],
      [],
      ['_sg_rowrow1_direction'],
      [],
    ]);
  });
});

describe('Around the text', () => {
  it('comments are read with their replies, and where they hang', async () => {
    const comment = (id: number, author: string, paraId: string, text: string): string =>
      `<w:comment w:id="${id}" w:author="${author}" w:date="2026-05-02T10:00:00Z"><w:p w14:paraId="${paraId}">${run(text)}</w:p></w:comment>`;
    const names = `xmlns:w="${wordNamespace}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"`;
    const document = await read({
      body: paragraph(
        `<w:commentRangeStart w:id="5"/>${run('根拠')}<w:commentRangeEnd w:id="5"/><w:r><w:commentReference w:id="5"/></w:r>`,
      ),
      parts: [
        {
          name: 'comments.xml',
          type: 'comments',
          xml: `<w:comments ${names}>${comment(5, '部長', '0000000A', '数の根拠は')}${comment(6, '担当', '0000000B', '年報です')}</w:comments>`,
        },
        {
          name: 'commentsExtended.xml',
          type: 'commentsExtended',
          xml: '<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:commentEx w15:paraId="0000000A" w15:done="1"/><w15:commentEx w15:paraId="0000000B" w15:paraIdParent="0000000A" w15:done="0"/></w15:commentsEx>',
        },
      ],
    });
    expect(document.comments).toMatchObject([
      { id: '5', author: '部長', answers: null, resolved: true },
      { id: '6', author: '担当', date: '2026-05-02T10:00:00Z', answers: '5', resolved: false },
    ]);
    expect(firstParagraph(document.body).pieces.map(({ kind }) => kind)).toEqual([
      'comment-start',
      'text',
      'comment-end',
      'comment-reference',
    ]);
  });

  it('notes, headers, properties and settings are read; what leads outside is counted and left alone', async () => {
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006';
    const document = await read({
      body: paragraph(`${run('本文')}<w:r><w:footnoteReference w:id="2"/></w:r>`),
      parts: [
        {
          name: 'footnotes.xml',
          type: 'footnotes',
          xml: `<w:footnotes xmlns:w="${wordNamespace}"><w:footnote w:id="-1" w:type="separator"><w:p/></w:footnote><w:footnote w:id="2">${paragraph('注です')}</w:footnote></w:footnotes>`,
        },
        {
          name: 'header1.xml',
          type: 'header',
          xml: `<w:hdr xmlns:w="${wordNamespace}">${paragraph('部外秘')}</w:hdr>`,
        },
        {
          name: 'settings.xml',
          type: 'settings',
          xml: `<w:settings xmlns:w="${wordNamespace}"><w:trackRevisions/></w:settings>`,
        },
      ],
      more: [
        {
          name: 'docProps/custom.xml',
          content: `<Properties xmlns="${office}/custom-properties" xmlns:vt="${office}/docPropsVTypes"><property name="SengenReport"><vt:lpwstr>abcd</vt:lpwstr></property></Properties>`,
        },
      ],
      rewrite: (xml) =>
        xml
          .replace(
            'Target="word/document.xml"/>',
            `Target="word/document.xml"/><Relationship Id="c" Type="${office}/relationships/custom-properties" Target="docProps/custom.xml"/>`,
          )
          .replace(
            'Target="footnotes.xml"/>',
            `Target="footnotes.xml"/><Relationship Id="x" Type="${office}/relationships/attachedTemplate" Target="file:///C:/a.dotm" TargetMode="External"/><Relationship Id="y" Type="${office}/relationships/header" Target="//server/share/h.xml"/>`,
          ),
    });
    expect(viewDocument(document, 'accepted').notes).toMatchObject([
      { id: 'footnote:2', blocks: [{ text: '注です' }] },
    ]);
    expect(document.margins).toHaveLength(1);
    expect(document.tracksChanges).toBe(true);
    expect(document.properties.custom.get('SengenReport')).toBe('abcd');
    expect(document.leftAside.externalTargets).toBe(2);
  });
});
