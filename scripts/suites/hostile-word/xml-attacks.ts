import { xmlLimits } from '../../../main/word/reading/xml-budget.ts';
import type { Random } from './random.ts';

/** Things that XML parsers and readers of documents have fallen for; each gives a part's text. */
type Attack = (xml: string, random: Random) => string | Buffer;

/** Puts `content` before the first `mark` of the part. */
const before = (xml: string, mark: string, content: string): string => {
  const at = xml.indexOf(mark);
  return at < 0 ? xml + content : xml.slice(0, at) + content + xml.slice(at);
};
const inBody = (xml: string, content: string): string => before(xml, '</w:body>', content);
const inCell = (xml: string, content: string): string => {
  const at = xml.lastIndexOf('</w:tc>');
  return at < 0 ? inBody(xml, content) : xml.slice(0, at) + content + xml.slice(at);
};
const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const rows = (cells: string, count: number): string =>
  `<w:tbl>${`<w:tr>${cells}</w:tr>`.repeat(count)}</w:tbl>`;
const doctype = (xml: string, subset: string): string =>
  xml.replace(/(<\?xml[^>]*\?>)?/, `$1<!DOCTYPE w ${subset}>`);

export const xmlAttacks: readonly Attack[] = [
  (xml) => doctype(xml, '[<!ENTITY x SYSTEM "file:///etc/passwd">]').replace('<w:t', '<w:t>&x;</w:t><w:t'),
  (xml) => doctype(xml, 'SYSTEM "http://example.invalid/a.dtd"'),
  (xml) => doctype(xml, '[<!ENTITY % p SYSTEM "\\\\\\\\server\\\\share">%p;]'),
  (xml) =>
    doctype(
      xml,
      `[<!ENTITY a0 "ha">${Array.from({ length: 12 }, (_, place) => `<!ENTITY a${place + 1} "${`&a${place};`.repeat(10)}">`).join('')}]`,
    ).replace('</w:t>', '&a12;</w:t>'),
  (xml) => xml.replace('</w:t>', '&unknown;</w:t>'),
  (xml) => xml.replace('</w:t>', '&#0;</w:t>'),
  (xml) => xml.replace('</w:t>', '&#xD800;</w:t>'),
  (xml) => xml.replace('</w:t>', '&#1114112;</w:t>'),
  (xml) => xml.replace('</w:t>', '\u0000\u0001\uFFFF</w:t>'),
  (xml) => xml.replace('</w:t>', '<![CDATA[</w:t><w:p>]]></w:t>'),
  (xml) => xml.replace('encoding="UTF-8"', 'encoding="Shift_JIS"'),
  (xml) => xml.replace('version="1.0"', 'version="1.1"'),
  (xml) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(xml, 'utf16le')]),
  (xml) => Buffer.from(xml, 'utf16le'),
  (xml) => `\uFEFF${xml}`,
  (xml) => xml.replaceAll('wordprocessingml/2006/main', 'wordprocessingml/2006/Main'),
  (xml) => xml.replace(/xmlns:w="[^"]*"/, ''),
  (xml) => xml.replaceAll('w:p', 'W:P'),
  (xml, random) => inBody(xml, '<w:sdt>'.repeat(random.between(200, 300)) + '</w:sdt>'.repeat(200)),
  (xml, random) => inBody(xml, '<a>'.repeat(random.between(1_000, 100_000))),
  (xml) =>
    inBody(
      xml,
      `${'<w:tbl><w:tr><w:tc>'.repeat(80)}${paragraph('底')}${'</w:tc></w:tr></w:tbl>'.repeat(80)}`,
    ),
  (xml, random) =>
    inBody(
      xml,
      `<w:p ${Array.from({ length: random.between(10, 20_000) }, (_, place) => `a${place}="1"`).join(' ')}/>`,
    ),
  (xml) => inBody(xml, `<w:p w:rsidR="${'9'.repeat(70_000)}"/>`),
  (xml, random) =>
    inBody(
      xml,
      Array.from(
        { length: random.between(10, 3_000) },
        (_, place) => `<w:bookmarkStart w:id="${place}" w:name="_sg_row${place}x_plan"/>`,
      ).join('') + paragraph('・').repeat(300),
    ),
  (xml) => inBody(xml, '<w:moveFromRangeStart w:id="1" w:name="m"/>'.repeat(3_000)),
  (xml) => xml.replace(/<w:r>/g, '<w:r><w:fldChar w:fldCharType="begin"/>'),
  (xml) => xml.replace(/<\/w:r>/g, '<w:fldChar w:fldCharType="end"/></w:r>'),
  (xml) => xml.replace(/<w:tcPr>/g, '<w:tcPr><w:gridSpan w:val="2147483648"/>'),
  (xml) => xml.replace(/<w:tcPr>/g, '<w:tcPr><w:vMerge/>'),
  (xml) => xml.replace(/<w:tc>/g, '<w:tc><w:p/></w:tc><w:tc>'),
  (xml) => xml.replace(/<w:p>/g, '<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>'),
  (xml) => xml.replace(/<w:tr>/g, '<w:tr><w:trPr><w:ins/><w:del/></w:trPr>'),
  (xml) => inCell(xml, paragraph('('.repeat(30_000))),
  (xml) => inCell(xml, paragraph(`${'あ '.repeat(20_000)}5件`)),
  (xml) => inCell(xml, paragraph('・'.repeat(30_000)).repeat(3)),
  (xml) => inCell(xml, paragraph(`【${'年度'.repeat(20_000)}】`)),
  (xml) => inCell(xml, paragraph('平成元年度（'.repeat(5_000))),
  (xml) => inCell(xml, paragraph('①'.repeat(20_000))),
  (xml) => inCell(xml, paragraph(' '.repeat(60_000) + '\n' + ' '.repeat(60_000))),
  (xml) => inCell(xml, `<w:p><w:r>${'<w:t>途中の行が続き</w:t><w:br/>'.repeat(5_000)}</w:r></w:p>`),
  (xml) =>
    inCell(xml, `<w:p><w:r>${'<w:t>(</w:t><w:br/><w:t>)続き</w:t><w:br/>'.repeat(3_000)}</w:r></w:p>`),
  (xml) => before(xml, '<w:tbl>', paragraph('令和7年度 部長の目標宣言').repeat(2_000)),
  (xml) => before(xml, '<w:tbl>', paragraph('目標'.repeat(30_000))),
  (xml) =>
    xml.replace(
      /<w:tr>/g,
      '<w:tr><w:tc><w:p><w:r><w:t>取組名</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>取組内容</w:t></w:r></w:p></w:tc>',
    ),
];

/** Of one part: it is to be refused for what it says, not for its bytes. */
const mostCharacters = 12_000_000;

/** How much of what a small file may hold: half of the large ones stay just below, the others are far beyond. */
export const sizes = [0.9, 0.97, 4, 30] as const;

const room = (what: keyof typeof xmlLimits, size: number): number => Math.floor(xmlLimits[what].any * size);

/** Attacks by sheer size, `size` times what a small file may hold; each takes long to make, so few are made. */
export const largeAttacks: readonly ((xml: string, size: number) => string)[] = [
  (xml, size) => inBody(xml, '<w:r/>'.repeat(room('elements', size))),
  (xml, size) => inBody(xml, '<w:p/>'.repeat(room('paragraphs', size))),
  (xml, size) => inCell(xml, paragraph('あ').repeat(room('paragraphs', size))),
  (xml, size) => inCell(xml, paragraph('字'.repeat(Math.min(room('text', size), mostCharacters)))),
  (xml) => inCell(xml, paragraph('あ、'.repeat(12_000_000))),
  (xml, size) => inCell(xml, paragraph('&#x3042;'.repeat(room('references', size)))),
  (xml, size) => inCell(xml, paragraph('&amp;'.repeat(room('references', size)))),
  (xml, size) => inCell(xml, paragraph('・相談件数 5件(年間)').repeat(room('paragraphs', size))),
  (xml, size) => inCell(xml, paragraph('（').repeat(room('paragraphs', size))),
  (xml, size) => inBody(xml, rows('<w:tc><w:p/></w:tc>', room('paragraphs', size))),
  (xml) => inBody(xml, '<a:a xmlns:a="b"/>'.repeat(19_000)),
  (xml) =>
    inBody(xml, '<x xmlns:a="b">'.repeat(200) + '<w:r xmlns:c="d"/>'.repeat(19_000) + '</x>'.repeat(200)),
  (xml, size) => inBody(xml, '<w:r a="1" b="2" c="3" d="4"/>'.repeat(room('attributes', size) / 4)),
  (xml, size) =>
    inBody(
      xml,
      '<w:ins>'.repeat(200) +
        '<w:r><w:t>一</w:t></w:r>'.repeat(room('elements', size) / 2) +
        '</w:ins>'.repeat(200),
    ),
  (xml, size) =>
    inBody(
      xml,
      Array.from(
        { length: Math.min(room('paragraphs', size), 60_000) },
        (_, place) =>
          `<w:bookmarkStart w:id="${place}" w:name="b${place}"/><w:p/><w:bookmarkEnd w:id="${place}"/>`,
      ).join(''),
    ),
  // A row of the report itself, over and over.
  (xml, size) => {
    const row = xml.slice(xml.lastIndexOf('<w:tr>'), xml.lastIndexOf('</w:tr>') + 7);
    const paragraphs = Math.max(1, row.split('<w:p>').length - 1);
    const times = Math.min(room('paragraphs', size) / paragraphs, mostCharacters / row.length);
    return before(xml, '</w:tbl>', row.repeat(times));
  },
  // Headings without end: a table of them, and what stands below each is one again.
  (xml, size) =>
    inBody(
      xml,
      rows(
        '<w:tc><w:p><w:r><w:t>取組名</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>取組内容</w:t></w:r></w:p></w:tc>',
        room('paragraphs', size) / 2,
      ),
    ),
  // A table of as many columns as rows.
  (xml, size) => {
    const side = Math.sqrt(room('paragraphs', size));
    return inBody(xml, rows('<w:tc><w:p><w:r><w:t>取組名</w:t></w:r></w:p></w:tc>'.repeat(side), side));
  },
  // Rows of the same few figures: what is compared with what?
  (xml, size) =>
    inCell(xml, paragraph('①相談件数 5件　②相談件数 6件【3月末】').repeat(room('paragraphs', size))),
  // A label and its text, as on a sheet, over and over.
  (xml, size) => inBody(xml, paragraph('取組名　相談窓口の周知').repeat(room('paragraphs', size))),
  // Small tables in rows of their own.
  (xml, size) =>
    inBody(
      xml,
      '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>取組名</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>一</w:t></w:r></w:p></w:tc></w:tr></w:tbl>'.repeat(
        room('paragraphs', size) / 2,
      ),
    ),
  // Cells that go on over rows, each of which asks where the text began.
  (xml, size) =>
    inBody(
      xml,
      rows(
        '<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>一</w:t></w:r></w:p></w:tc>',
        room('paragraphs', size) / 2,
      ),
    ),
];
