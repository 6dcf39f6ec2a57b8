import { describe, expect, it } from 'vitest';
import { rgbOf, standsOut } from '../../main/word/reading/look/colour.ts';
import { readWordDocument } from '../../main/word/reading/read-word-document.ts';
import type { Block } from '../../main/word/reading/word-document.ts';
import { printedDocument } from '../../main/word/verifying/printed-document.ts';
import { must } from '../support/must.ts';
import { docxByHand, wordNamespace } from './docx-by-hand.ts';

const w = `xmlns:w="${wordNamespace}"`;
const theme = {
  name: 'theme.xml',
  type: 'theme',
  xml:
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme name="色">' +
    '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>' +
    '<a:dk2><a:srgbClr val="1F3864"/></a:dk2><a:lt2><a:srgbClr val="E7E6E6"/></a:lt2><a:accent1><a:srgbClr val="203864"/></a:accent1>' +
    '</a:clrScheme></a:themeElements></a:theme>',
};
const settings = {
  name: 'settings.xml',
  type: 'settings',
  xml: `<w:settings ${w}><w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2"/></w:settings>`,
};
const styles = {
  name: 'styles.xml',
  type: 'styles',
  xml: `<w:styles ${w}><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>
    <w:style w:type="paragraph" w:styleId="Shiro"><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="ShiroKuro"><w:basedOn w:val="Shiro"/><w:pPr><w:shd w:val="clear" w:fill="000000"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="Hosoi"><w:pPr><w:spacing w:line="40" w:lineRule="exact"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="Soto"><w:pPr><w:ind w:left="20000"/></w:pPr></w:style>
    <w:style w:type="table" w:styleId="Kuroobi"><w:tcPr/><w:tblStylePr w:type="firstRow"><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr></w:tblStylePr></w:style></w:styles>`,
};

const run = (properties: string, text = '文字'): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
const paragraph = (properties: string, runs = run('')): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`;
const black = '<w:shd w:val="clear" w:color="auto" w:fill="000000"/>';
const colour = (value: string): string => `<w:color w:val="${value}"/>`;
const table = (cell: string, content: string, { row = '', look = '' } = {}): string =>
  `<w:tbl><w:tblPr>${look}</w:tblPr><w:tr>${row}<w:tc><w:tcPr>${cell}</w:tcPr>${content}</w:tc></w:tr></w:tbl>`;

/** What is said of the first text of a body. */
async function obscured(body: string): Promise<string | undefined> {
  const bytes = docxByHand({ body, parts: [styles, settings, theme] });
  const first = (blocks: readonly Block[]): string | undefined => {
    for (const block of blocks) {
      if (block.kind === 'table') return first(block.rows[0]?.cells[0]?.blocks ?? []);
      if (block.kind === 'text-box') return first(block.blocks);
      const text = block.pieces.find((piece) => piece.kind === 'text');
      if (text !== undefined) return text.obscured ?? 'seen';
    }
    return undefined;
  };
  return first(must(await readWordDocument(bytes)).body);
}

describe('A text that a reader does not see', () => {
  it.each([
    ['hidden', run('<w:vanish/>')],
    ['hidden in the web layout', run('<w:webHidden/>')],
  ])('%s is told as hidden', async (_name, runs) => {
    expect(await obscured(paragraph('', runs))).toBe('hidden');
  });

  it.each([
    ['white on the page', paragraph('', run(colour('FFFFFF')))],
    ['nearly white on the page', paragraph('', run(colour('F2F2F2')))],
    [
      'white by the theme, whatever else the file says',
      paragraph('', run('<w:color w:val="000000" w:themeColor="background1"/>')),
    ],
    [
      'a tint of the theme that is nearly white',
      paragraph('', run('<w:color w:val="000000" w:themeColor="text2" w:themeTint="08"/>')),
    ],
    ['yellow on the page', paragraph('', run(colour('FFFF00')))],
    [
      'black under a black marker pen',
      paragraph('', run(colour('000000') + '<w:highlight w:val="black"/>')),
    ],
    ['without a colour under a black marker pen', paragraph('', run('<w:highlight w:val="black"/>'))],
    ['black on black of the run', paragraph('', run(colour('000000') + black))],
    ['black on black of the paragraph', paragraph(black, run(colour('000000')))],
    [
      'black on a solid pattern',
      paragraph('<w:shd w:val="solid" w:color="auto" w:fill="auto"/>', run(colour('000000'))),
    ],
    ['black on black of the cell', table(black, paragraph('', run(colour('000000'))))],
    ['black on black of the table', table('', paragraph('', run(colour('000000'))), { look: black })],
    [
      'black on a cell shaded by the theme',
      table(
        '<w:shd w:val="clear" w:fill="FFFFFF" w:themeFill="text1"/>',
        paragraph('', run(colour('000000'))),
      ),
    ],
    ['white by the style of its paragraph', paragraph('<w:pStyle w:val="Shiro"/>')],
    [
      'white with a shading of white over a black cell',
      table(black, paragraph('', run(colour('FFFFFF') + '<w:shd w:val="clear" w:fill="FFFFFF"/>'))),
    ],
    ['letters without a filling', paragraph('', run('<w14:textFill><w14:noFill/></w14:textFill>'))],
    [
      'letters filled white',
      paragraph(
        '',
        run('<w14:textFill><w14:solidFill><w14:srgbClr w14:val="FFFFFF"/></w14:solidFill></w14:textFill>'),
      ),
    ],
    [
      'letters that are all clear',
      paragraph(
        '',
        run(
          '<w14:textFill><w14:solidFill><w14:srgbClr w14:val="000000"><w14:alpha w14:val="100000"/></w14:srgbClr></w14:solidFill></w14:textFill>',
        ),
      ),
    ],
    ['three points small', paragraph('', run('<w:sz w:val="6"/>'))],
    ['a tenth wide', paragraph('', run('<w:w w:val="10"/>'))],
    ['all letters on one place', paragraph('', run('<w:spacing w:val="-200"/>'))],
    ['lifted off the line', paragraph('', run('<w:position w:val="100"/>'))],
    [
      'pressed into a point',
      paragraph('', run('<w:fitText w:val="20"/>', '長い文が一点に押し込まれています')),
    ],
    ['in lines of a point', paragraph('<w:spacing w:line="20" w:lineRule="exact"/>')],
    ['in lines of two points by a style', paragraph('<w:pStyle w:val="Hosoi"/>')],
  ])('%s is told as unseen', async (_name, body) => {
    expect(await obscured(body)).toBe('unseen');
  });

  it('below the edge of a row of fixed height is told as clipped', async () => {
    const row = '<w:trPr><w:trHeight w:val="240" w:hRule="exact"/></w:trPr>';
    const width = '<w:tcW w:w="2000" w:type="dxa"/>';
    const long = run('', '一つの枠に入りきらない長い文を書いたときには、下の行が枠の外になり読めません。');
    expect(await obscured(table(width, paragraph('', long), { row }))).toBe('clipped');
    expect(await obscured(table(width, paragraph('', run('', '短い文')), { row }))).toBe('seen');
    expect(
      await obscured(table(width, paragraph('', long), { row: row.replace('exact', 'atLeast') })),
    ).toBe('seen');
  });

  const width = '<w:tcW w:w="2000" w:type="dxa"/>';
  const narrow = (indents: string): string => table(width, paragraph(`<w:ind ${indents}/>`));
  const moved = (look: string): string => table(width, paragraph(''), { look });
  it.each([
    ['indented off the page', paragraph('<w:ind w:left="20000"/>')],
    ['indented off the page at its start', paragraph('<w:ind w:start="17000"/>')],
    ['pulled off the page to the left', paragraph('<w:ind w:left="-6000"/>')],
    ['in a first line that begins off the page', paragraph('<w:ind w:firstLine="18000"/>')],
    ['indented out of its cell', narrow('w:left="2400"')],
    ['hanging over the cell beside it', narrow('w:left="0" w:hanging="1500"')],
    ['in a table indented off the page', moved('<w:tblInd w:w="18000" w:type="dxa"/>')],
    ['in a table pulled off the page', moved('<w:tblInd w:w="-6000" w:type="dxa"/>')],
    ['in a table that floats right of the page', moved('<w:tblpPr w:tblpX="20000" w:tblpY="100"/>')],
    ['in a table that floats below the page', moved('<w:tblpPr w:tblpX="100" w:tblpY="20000"/>')],
    ['indented off the page by a style', paragraph('<w:pStyle w:val="Soto"/>')],
    ['in a frame off the page', paragraph('<w:framePr w:w="2000" w:x="30000" w:y="100"/>')],
  ])('%s is told as moved out', async (_name, body) => {
    expect(await obscured(body)).toBe('moved-out');
  });

  it.each([
    ['indented by a few letters', paragraph('<w:ind w:left="840" w:hanging="210"/>')],
    ['half way across the page', paragraph('<w:ind w:left="7000"/>')],
    ['hanging as a bullet does', narrow('w:left="210" w:hanging="210"')],
    ['a little left of the margin', paragraph('<w:ind w:left="-400"/>')],
    ['in a table a little left of the margin', moved('<w:tblInd w:w="-108" w:type="dxa"/>')],
    ['in a table that floats beside the text', moved('<w:tblpPr w:tblpX="3000" w:tblpY="400"/>')],
    ['in a frame on the page', paragraph('<w:framePr w:w="2000" w:x="12000" w:y="200"/>')],
  ])('%s is where a reader finds it', async (_name, body) => {
    expect(await obscured(body)).toBe('seen');
  });
});

describe('A text that a reader sees', () => {
  it.each([
    ['red', paragraph('', run(colour('FF0000')))],
    ['a middle grey', paragraph('', run(colour('A6A6A6')))],
    [
      'white under a black marker pen',
      paragraph('', run(colour('FFFFFF') + '<w:highlight w:val="black"/>')),
    ],
    ['black under a yellow marker pen', paragraph('', run('<w:highlight w:val="yellow"/>'))],
    ['red on green', paragraph('', run(colour('FF0000') + '<w:shd w:val="clear" w:fill="00B050"/>'))],
    ['without a colour on black: Word writes in white', table(black, paragraph('', run('')))],
    ['white on black of its own style', paragraph('<w:pStyle w:val="ShiroKuro"/>')],
    [
      'white in a dark cell',
      table('<w:shd w:val="clear" w:fill="1F3864"/>', paragraph('', run(colour('FFFFFF')))),
    ],
    [
      'white in the dark first row of a table style',
      table('', paragraph('', run('')), { look: '<w:tblStyle w:val="Kuroobi"/><w:tblLook w:val="0020"/>' }),
    ],
    [
      'white in a table inside a dark cell',
      table(black, table('', paragraph('', run(colour('FFFFFF')))) + '<w:p/>'),
    ],
    [
      'black by its own colour in a white style',
      paragraph('<w:pStyle w:val="Shiro"/>', run(colour('000000'))),
    ],
    [
      'white in a box, whose filling is not known',
      paragraph(
        '',
        `<w:r><w:pict><v:textbox><w:txbxContent>${paragraph('', run(colour('FFFFFF')))}</w:txbxContent></v:textbox></w:pict></w:r>`,
      ),
    ],
    ['five points small', paragraph('', run('<w:sz w:val="10"/>'))],
    [
      'two thirds wide and closer together',
      paragraph('', run('<w:w w:val="66"/><w:spacing w:val="-10"/>')),
    ],
    ['raised as a power', paragraph('', run('<w:position w:val="8"/>'))],
    ['in fixed lines that fit', paragraph('<w:spacing w:line="260" w:lineRule="exact"/>')],
  ])('%s is not told', async (_name, body) => {
    expect(await obscured(body)).toBe('seen');
  });

  it('is told by colours as a person tells them apart', () => {
    const sees = (one: string, other: string): boolean => {
      const [letters, ground] = [rgbOf(one), rgbOf(other)];
      return letters !== null && ground !== null && standsOut(letters, ground);
    };
    expect([sees('000000', 'FFFFFF'), sees('D9D9D9', 'FFFFFF'), sees('404040', '000000')]).toEqual([
      true,
      true,
      true,
    ]);
    expect([sees('FAFAFA', 'FFFFFF'), sees('101010', '000000'), sees('0000A0', '000090')]).toEqual([
      false,
      false,
      false,
    ]);
  });
});

it('Small letters that are shown as capitals count as capitals where a print is compared', async () => {
  for (const properties of ['<w:caps/>', '<w:smallCaps/>']) {
    const body = paragraph('', run(properties, 'web による予約'));
    const document = must(await readWordDocument(docxByHand({ body })));
    expect(printedDocument(document, 'accepted').around).toEqual(['WEB による予約']);
  }
});
