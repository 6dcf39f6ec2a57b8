/** A file with everything that Word can put around a report's text: lists, comments, notes, changes, boxes, fields. */

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaging = 'http://schemas.openxmlformats.org/package/2006';
const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const parts = ['styles', 'numbering', 'comments', 'footnotes', 'header', 'settings'] as const;

const p = (content: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
const r = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const change = 'w:id="9" w:author="部長" w:date="2026-05-01T09:00:00Z"';
const field = (instruction: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r>` +
  `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${r(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const box = `<w:txbxContent>${p(r('箱の中'))}</w:txbxContent>`;
const tc = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const list = '<w:pStyle w:val="L"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';

const row = (number: number): string =>
  `<w:tr>${[
    tc(p(r(String(number)))),
    tc(
      p(
        `<w:bookmarkStart w:id="${number}" w:name="_sg_rowid${number}_title"/>${r('道路の補修')}<w:bookmarkEnd w:id="${number}"/>`,
      ) + p(r('(道路管理課)')),
    ),
    tc(
      p(r('傷んだ道を'), list) +
        p(
          `<w:ins ${change}>${r('すみやかに')}</w:ins><w:del ${change}><w:r><w:delText>ゆっくり</w:delText></w:r></w:del>${r('直します。')}`,
          list,
        ),
    ),
    tc(p(r('[目標値]')) + p(r('・補修箇所数 120か所'))),
    tc(
      p(
        `<w:commentRangeStart w:id="1"/>${r('・直しました。')}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>`,
      ) +
        p(r('[今後の取組の方向性]')) +
        p(field('INCLUDETEXT "\\\\\\\\server\\\\share\\\\a.docx"', '・続けます。')),
    ),
    tc(
      p(
        `${r('・達成しました。')}<w:r><w:footnoteReference w:id="2"/></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
      ) +
        p(r('【令和8年3月31日時点】')) +
        p(r('補修箇所 131か所')),
    ),
  ].join('')}</w:tr>`;

const headings = [
  'NO.',
  '取組名(担当課名)',
  '取組内容',
  '達成目標',
  '取組結果・今後の取組の方向性',
  '目標達成状況',
];

const document =
  `<w:document ${w} xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:mc="${packaging.replace('package', 'markup-compatibility')}" xmlns:r="${office}"><w:body>` +
  p(r('令和7年度 建設部長の目標宣言 達成状況報告')) +
  p(r('建設部長 森 さくら')) +
  `<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:trPr><w:tblHeader/></w:trPr>${headings.map((text) => tc(p(r(text)))).join('')}</w:tr>` +
  [1, 2, 3].map(row).join('') +
  `</w:tbl>${p(`<w:hyperlink r:id="rId99">${r('市のページ')}</w:hyperlink>`)}<w:sectPr/></w:body></w:document>`;

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

export const richParts: readonly (readonly [name: string, content: string])[] = [
  [
    '[Content_Types].xml',
    `${xml}<Types xmlns="${packaging}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${type}.document.main+xml"/>${parts.map((part) => `<Override PartName="/word/${part}.xml" ContentType="${type}.${part}+xml"/>`).join('')}</Types>`,
  ],
  [
    '_rels/.rels',
    `${xml}<Relationships xmlns="${packaging}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
  ],
  [
    'word/_rels/document.xml.rels',
    `${xml}<Relationships xmlns="${packaging}/relationships">${parts.map((part, index) => `<Relationship Id="rId${index + 1}" Type="${office}/${part}" Target="${part}.xml"/>`).join('')}<Relationship Id="rId99" Type="${office}/hyperlink" Target="http://example.invalid/" TargetMode="External"/></Relationships>`,
  ],
  ['word/document.xml', xml + document],
  [
    'word/styles.xml',
    `${xml}<w:styles ${w}><w:style w:type="paragraph" w:styleId="L"><w:name w:val="List"/><w:basedOn w:val="M"/></w:style><w:style w:type="paragraph" w:styleId="M"><w:name w:val="Base"/><w:basedOn w:val="L"/></w:style></w:styles>`,
  ],
  [
    'word/numbering.xml',
    `${xml}<w:numbering ${w}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimalEnclosedCircle"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
  ],
  [
    'word/comments.xml',
    `${xml}<w:comments ${w}><w:comment w:id="1" w:author="部長" w:date="2026-05-01T09:00:00Z">${p(r('数を確かめること'))}</w:comment></w:comments>`,
  ],
  [
    'word/footnotes.xml',
    `${xml}<w:footnotes ${w}><w:footnote w:id="2">${p(r('注の文'))}</w:footnote></w:footnotes>`,
  ],
  ['word/header.xml', `${xml}<w:hdr ${w}>${p(r('建設部'))}</w:hdr>`],
  ['word/settings.xml', `${xml}<w:settings ${w}><w:trackRevisions/></w:settings>`],
];
