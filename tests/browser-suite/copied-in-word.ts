import type { PlainWord, PlainWordRow } from '../support/word-table-tree.ts';
import type { Copied } from './clipboard.ts';

export interface WordCopy {
  /** Bullets are lists of Word, not typed signs. */
  readonly lists?: boolean;
  /** 取組結果 and 今後の取組の方向性 are two rows of the table; the other cells are merged downwards. */
  readonly merged?: boolean;
  /** All of the document is copied, the lines over the table too. */
  readonly whole?: boolean;
}

/** What Word puts onto the clipboard, written after its "Web page" HTML; no Word is needed. */
export function copiedInWord({ above, rows }: PlainWord, how: WordCopy = {}): Copied {
  const heading = rows.filter(({ isHeading }) => isHeading);
  const body = rows.filter(({ isHeading }) => !isHeading);
  const write = (cells: readonly string[], at: number): string =>
    `<tr style='mso-yfti-irow:${at};page-break-inside:avoid'>\r\n  ${cells.join('\r\n  ')}\r\n </tr>`;
  const tableRows = body.flatMap((row) =>
    how.merged === true ? rowsInTwo(row, how) : [plainRow(row, how)],
  );
  const table = `<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:
 collapse;mso-table-layout-alt:fixed;border:none;mso-border-alt:solid windowtext .5pt'>
 <thead>
 ${heading.map((row, at) => write(plainRow(row, how), at)).join('\r\n ')}
 </thead>
 ${tableRows.map((cells, at) => write(cells, at + heading.length)).join('\r\n ')}
</table>`;
  const over = how.whole === true ? above.map((line) => paragraph(line, how)).join('\r\n') : '';
  const text = rows.map(({ cells }) => cells.map((lines) => lines.join('\r\n')).join('\t')).join('\r\n');
  return {
    html: `${head}<body lang=JA style='tab-interval:42.0pt;word-wrap:break-word;text-justify-trim:punctuation'>
<!--StartFragment-->${over}

<div align=center>

${table}

</div>

<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>

<!--EndFragment--></body></html>`,
    text: how.whole === true ? [...above, text].join('\r\n') : text,
  };
}

function plainRow({ cells }: PlainWordRow, how: WordCopy): string[] {
  return cells.map((lines) => cell(lines, how));
}

/** The direction's label and lines in a row of their own. */
function rowsInTwo({ cells }: PlainWordRow, how: WordCopy): string[][] {
  const [results = [], direction = []] = cells.flatMap((lines, at) => {
    const start = at === 4 ? lines.findIndex((line) => line.startsWith('[')) : -1;
    return start < 0 ? [] : [lines.slice(0, start), lines.slice(start)];
  });
  if (direction.length === 0) return [plainRow({ isHeading: false, cells }, how)];
  return [
    cells.map((lines, at) => (at === 4 ? cell(results, how) : cell(lines, how, ' rowspan=2'))),
    [cell(direction, how)],
  ];
}

function cell(lines: readonly string[], how: WordCopy, merged = ''): string {
  const paragraphs = (lines.length === 0 ? [''] : lines).map((line) => paragraph(line, how));
  return `<td width=183${merged} valign=top style='width:137.5pt;border:solid windowtext
  1.0pt;mso-border-alt:solid windowtext .5pt;padding:1.5pt 3.5pt 1.5pt 3.5pt'>
  ${paragraphs.join('\r\n  ')}
  </td>`;
}

function paragraph(line: string, { lists }: WordCopy): string {
  if (lists === true && line.startsWith('・')) {
    return `<p class=MsoListParagraph style='margin-left:10.0pt;mso-para-margin-left:0gd;text-indent:
  -10.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US style='font-size:10.0pt;
  font-family:Wingdings;mso-fareast-font-family:Wingdings;mso-bidi-font-family:Wingdings'><span
  style='mso-list:Ignore'>l<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${runs(line.slice(1))}</p>`;
  }
  const inside = line === '' ? '<span lang=EN-US><o:p>&nbsp;</o:p></span>' : runs(line);
  return `<p class=MsoNormal style='margin-left:10.0pt;text-indent:-10.0pt;line-height:12.5pt;
  mso-line-height-rule:exactly'>${inside}</p>`;
}

/** A span for each change between Western and Japanese characters, as Word writes them. */
function runs(line: string): string {
  const pieces = line.match(/[\x20-\x7e]+|[^\x20-\x7e]+/g) ?? [];
  return pieces
    .map((piece, at) => {
      const end = at === pieces.length - 1 ? '<o:p></o:p>' : '';
      const western = /^[\x20-\x7e]/.test(piece);
      return `<span${western ? ' lang=EN-US' : ''}\r\n  style='font-size:10.0pt;font-family:"ＭＳ 明朝",serif'>${escaped(piece)}${end}</span>`;
    })
    .join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const head = `<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"
xmlns="http://www.w3.org/TR/REC-html40">

<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=ProgId content=Word.Document>
<meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml>
 <w:WordDocument>
  <w:View>Normal</w:View>
  <w:PunctuationKerning/>
 </w:WordDocument>
</xml><![endif]-->
<style>
<!--
 /* Font Definitions */
 @font-face
	{font-family:"ＭＳ 明朝";
	panose-1:2 2 6 9 4 2 5 8 3 4;}
 p.MsoNormal, li.MsoNormal, div.MsoNormal
	{mso-style-unhide:no;
	margin:0mm;
	text-align:justify;}
@list l0:level1
	{mso-level-number-format:bullet;
	mso-level-text:;}
-->
</style>
<!--[if gte mso 10]>
<style>
 table.MsoNormalTable
	{mso-style-name:"標準の表";}
</style>
<![endif]-->
</head>

`;
