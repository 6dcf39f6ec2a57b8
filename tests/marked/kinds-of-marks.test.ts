import { afterEach, expect, test } from 'vitest';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { exportedSample, type ExportedSample } from './exported-sample.ts';
import { paragraphXml, runXml, type WordSurgery } from './word-surgery.ts';

const newFolder = temporaryFolders();
let sample: ExportedSample;
afterEach(() => sample.application.close());

const head = '部長 相沢';
const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** A run of the exported text with another look. */
const looking = (text: string, properties: string): string =>
  runXml(text).replace('<w:r>', `<w:r><w:rPr>${properties}</w:rPr>`);

/** What is known of the first rows where marks are made. */
interface Rows {
  readonly first: string;
  readonly second: string;
  /** The first paragraph of the first row's plan, as printed. */
  readonly plan: string;
}

type Place = readonly [row: number | null, field: string | null];
interface Mark {
  readonly name: string;
  readonly make: (surgery: WordSurgery, rows: Rows) => unknown;
  /** Kind and place of each suggestion. */
  readonly suggests?: readonly (readonly [kind: string, ...Place])[];
  /** Why, place and beginning of each text that is told. */
  readonly tells?: readonly (readonly [why: string, ...place: Place, text: string])[];
}

const ofPlan =
  (runs: (text: string, surgery: WordSurgery) => string): Mark['make'] =>
  (surgery, { first, plan }) =>
    surgery.edit(first, 'plan', (xml) => xml.replace(/<w:r>.*?<\/w:r>/s, () => runs(plan, surgery)));
const told = (why: string): NonNullable<Mark['tells']> => [[why, 1, 'plan', '・古い写真']];
const pageBreak = '<w:r><w:br w:type="page"/></w:r>';
const looks: readonly (readonly [name: string, properties: string])[] = [
  ['marker pen', '<w:highlight w:val="yellow"/>'],
  ['shaded', '<w:shd w:val="clear" w:fill="FFFF00"/>'],
  ['red', '<w:color w:val="FF0000"/>'],
  ['wavy line', '<w:u w:val="wave"/>'],
  ['傍点', '<w:em w:val="dot"/>'],
  ['frame', '<w:bdr w:val="single"/>'],
  ['bold', '<w:b/>'],
];
const notes = (kind: string, xml: string) => (surgery: WordSurgery) =>
  surgery.withPart(
    kind,
    `<w:${kind === 'header' ? 'hdr' : kind} xmlns:w="${w}">${xml}</w:${kind === 'header' ? 'hdr' : kind}>`,
  );
const loose = (...cells: readonly string[]): string =>
  `<w:tbl><w:tblPr/><w:tblGrid/><w:tr>${cells.map((text) => `<w:tc><w:tcPr/>${paragraphXml(runXml(text))}</w:tc>`).join('')}</w:tr></w:tbl><w:p/>`;

const marks: readonly Mark[] = [
  ...looks.map(([name, properties]): Mark => ({
    name: `${name} over the words as they were`,
    make: ofPlan((text) => looking(text, properties)),
    tells: told('set-off'),
  })),
  {
    name: 'a tracked change of the look',
    make: ofPlan((text, it) =>
      looking(text, `<w:sz w:val="40"/><w:rPrChange ${it.who(head)}><w:rPr/></w:rPrChange>`),
    ),
    tells: told('set-off'),
  },
  {
    name: 'a red new word: told as what it is',
    make: ofPlan(
      (text, it) => runXml(text) + it.inserted(looking('朱書き', '<w:color w:val="FF0000"/>'), head),
    ),
    suggests: [['insertion', 1, 'plan']],
  },
  ...[
    '<w:fitText w:val="9000" w:id="1"/>',
    '<w:spacing w:val="20"/>',
    '<w:highlight w:val="none"/>',
    '<w:u w:val="none"/>',
    '<w:b w:val="0"/>',
    '<w:color w:val="000000"/>',
    '<w:color w:val="auto"/>',
  ].map((properties): Mark => ({
    name: `no mark at all: ${properties}`,
    make: ofPlan((text) => looking(text, properties)),
  })),
  {
    name: 'a page broken inside a cell',
    make: ofPlan((text) => runXml(text.slice(0, 6)) + pageBreak + runXml(text.slice(6))),
    tells: told('page-break'),
  },
  {
    name: 'the same, tracked',
    make: ofPlan((text, it) => runXml(text) + it.inserted(pageBreak, head)),
    tells: told('page-break'),
  },
  {
    name: 'a page begun with a paragraph of a cell',
    make: (surgery, { first }) =>
      surgery.edit(first, 'plan', (xml) => xml.replace('<w:pPr>', '<w:pPr><w:pageBreakBefore/>')),
    tells: told('page-break'),
  },
  {
    name: 'a page begun with a row',
    make: (surgery, { second }) =>
      surgery.editRow(second, (xml) => xml.replace('<w:pPr>', '<w:pPr><w:pageBreakBefore/>')),
    tells: [['page-break', 2, 'number', '2']],
  },
  {
    name: 'ふりがな',
    make: ofPlan(
      (text) =>
        `<w:r><w:ruby><w:rubyPr/><w:rt>${runXml('ふるい')}</w:rt><w:rubyBase>${runXml(text.slice(0, 2))}</w:rubyBase></w:ruby></w:r>${runXml(text.slice(2))}`,
    ),
    tells: [['ruby', 1, 'plan', 'ふるい']],
  },
  {
    name: 'a hyperlink, a content control, a soft hyphen: the words are the same',
    make: ofPlan(
      (text) =>
        `<w:hyperlink w:anchor="x">${runXml(text.slice(0, 3))}</w:hyperlink><w:sdt><w:sdtPr/><w:sdtContent>${runXml(text.slice(3, 6))}</w:sdtContent></w:sdt><w:r><w:softHyphen/></w:r>${runXml(text.slice(6))}`,
    ),
  },
  {
    name: 'a footnote, and a remark in the header',
    make: (surgery) => {
      notes(
        'footnotes',
        `<w:footnote w:id="2">${paragraphXml(runXml('脚注の問い'))}</w:footnote>`,
      )(surgery);
      notes('header', paragraphXml(runXml('欄外の注')))(surgery);
    },
    tells: [
      ['outside-the-table', null, null, '欄外の注'],
      ['outside-the-table', null, null, '脚注の問い'],
    ],
  },
  {
    name: 'a table put below the report',
    make: (surgery) => {
      surgery.document = surgery.document.replace('<w:sectPr', `${loose('別表の注', '覚え書き')}<w:sectPr`);
    },
    tells: [
      ['outside-the-table', null, null, '別表の注'],
      ['outside-the-table', null, null, '覚え書き'],
    ],
  },
  {
    name: 'two cells that were merged: each text stays in its field',
    make: (surgery, { first }) =>
      surgery.editRow(first, (xml) => {
        const cells = xml.match(/<w:tc>.*?<\/w:tc>/gs) ?? [];
        const [plan = '', targets = ''] = cells.slice(2, 4);
        const own = targets.replace(/^<w:tc><w:tcPr>.*?<\/w:tcPr>/s, '');
        const both = plan.replace('<w:tcPr>', '<w:tcPr><w:gridSpan w:val="2"/>').replace('</w:tc>', own);
        return xml.replace(plan + targets, both);
      }),
  },
  {
    name: 'two rows of one table, moved marks of a comment on a row',
    make: (surgery, { first }) => {
      surgery.withComments([{ id: 1, author: head, text: '行の問い' }]);
      surgery.editRow(first, (xml) => `<w:commentRangeStart w:id="1"/>${xml}<w:commentRangeEnd w:id="1"/>`);
    },
    suggests: [['comment', 1, null]],
  },
  {
    name: 'a comment on the title',
    make: (surgery) => {
      surgery.withComments([{ id: 1, author: head, text: '標題の問い' }]);
      surgery.document = surgery.document.replace(
        /<w:r>.*?<\/w:r>/s,
        (run) => `<w:commentRangeStart w:id="1"/>${run}<w:commentRangeEnd w:id="1"/>`,
      );
    },
    suggests: [['comment', null, null]],
  },
  {
    name: 'curly quotes and a number that Word put in',
    make: ofPlan((text) => runXml(`1)\u3000“${text.slice(1, 3)}”${text.slice(3)}`)),
    suggests: [['insertion', 1, 'plan']],
  },
  {
    name: 'a table inside a cell, tracked',
    make: (surgery, { first }) =>
      surgery.edit(
        first,
        'plan',
        (xml) =>
          xml +
          loose('').replace(/<w:p>.*<\/w:p>/s, paragraphXml(surgery.inserted(runXml('表の中の語'), head))),
      ),
    suggests: [['insertion', 1, 'plan']],
  },
];

test('each kind of mark that a head makes is a suggestion on its field, or it is told', async () => {
  sample = await exportedSample(newFolder());
  const [one, two] = [await sample.row(1), await sample.row(2)];
  const rows = { first: one.id, second: two.id, plan: `・${one.plan[0] ?? ''}` };
  for (const { name, make, suggests = [], tells = [] } of marks) {
    const surgery = await sample.surgery();
    make(surgery, rows);
    const { suggestions, unplaced } = await sample.take(surgery.bytes());
    expect([name, suggestions.map(({ kind, row, field }) => [kind, row, field])]).toEqual([name, suggests]);
    expect([name, unplaced.map(({ why, row, field }) => [why, row, field])]).toEqual([
      name,
      tells.map(([why, row, field]) => [why, row, field]),
    ]);
    tells.forEach(([, , , text], at) =>
      expect(unplaced[at]?.text.startsWith(text), `${name}: ${unplaced[at]?.text ?? ''}`).toBe(true),
    );
  }
});
