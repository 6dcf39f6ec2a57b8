import type { PlainWord } from '../support/word-table-tree.ts';
import type { Copied } from './clipboard.ts';

/** What Excel puts onto the clipboard for the same table in its cells, one row an initiative. */
export function copiedInExcel({ rows }: PlainWord): Required<Copied> {
  const html = rows.map(
    ({ cells }, at) =>
      ` <tr height=${at === 0 ? 36 : 288} style='height:216.0pt'>
${cells.map((lines) => `  <td class=xl65 width=96 style='width:72pt'>${lines.map(escaped).join("<br\n    style='mso-data-placement:same-cell'>\n    ")}</td>`).join('\n')}
 </tr>`,
  );
  return {
    html: `<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:x="urn:schemas-microsoft-com:office:excel"
xmlns="http://www.w3.org/TR/REC-html40">

<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=ProgId content=Excel.Sheet>
<meta name=Generator content="Microsoft Excel 15">
<style>
<!--table
	{mso-displayed-decimal-separator:"\\.";}
.xl65
	{vertical-align:top;
	white-space:normal;}
ruby
	{ruby-align:left;}
rt
	{display:none;}
-->
</style>
</head>

<body link=blue vlink=purple>

<table border=0 cellpadding=0 cellspacing=0 width=1010 style='border-collapse:
 collapse;width:758pt'>
<!--StartFragment-->
 <col width=40 style='width:30pt'>
 <col width=96 span=5 style='width:72pt'>
${html.join('\n')}
<!--EndFragment-->
</table>

</body>

</html>`,
    text: rows
      .map(({ cells }) => `${cells.map((lines) => quoted(lines.join('\n'))).join('\t')}\r\n`)
      .join(''),
  };
}

/** Excel puts quotation marks around a cell that has a line break, a tab or a quotation mark in it. */
function quoted(cell: string): string {
  return /[\n\t"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
