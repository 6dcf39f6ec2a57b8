import type { InitiativeDraft, ReportDraft } from '../../main/domain/report-draft.ts';
import {
  by,
  cell,
  docxByHand,
  paragraph,
  row,
  run,
  table,
  wordNamespace,
} from '../word-reading/docx-by-hand.ts';
import { officialHand, sixCells, sixHeadings, writtenRow, type Hand } from './written-row.ts';

/** A way in which an office writes its report in Word. */
export interface Layout {
  readonly name: string;
  readonly make: (report: ReportDraft) => Uint8Array;
  /** What the file says of a row, where that is not all of it. */
  readonly says?: (row: InitiativeDraft, place: number) => InitiativeDraft;
  /** What the file says besides, which no report holds. */
  readonly besides?: number;
  readonly changes?: 'accepted' | 'original';
  /** It says something twice, or in other words, so that characters can't be counted. */
  readonly saysAgain?: boolean;
}

const title = (report: ReportDraft): string =>
  `${report.yearLabel} ${report.headPost}の目標宣言 達成状況報告`;
const headLine = (report: ReportDraft): string => `${report.headPost} ${report.headName}`;

export function opening(report: ReportDraft): string {
  return (
    paragraph(title(report), '<w:jc w:val="center"/>') +
    paragraph(headLine(report), '<w:jc w:val="right"/>')
  );
}

export const headingRow = row(sixHeadings.map(cell), '<w:tblHeader/>');

const sixRow = (draft: InitiativeDraft, place: number, hand: Hand = officialHand): string =>
  row(sixCells(writtenRow(draft, place, hand), hand).map(cell));

const rowsOf = (report: ReportDraft, hand: Hand = officialHand): string[] =>
  report.initiatives.map((draft, place) => sixRow(draft, place, hand));

const official = (report: ReportDraft): string => opening(report) + table([headingRow, ...rowsOf(report)]);

/** Digits, brackets, percent signs and spaces of full width. */
export function wide(text: string): string {
  return text.replace(/[0-9()%: ]/g, (character) =>
    character === ' ' ? '　' : String.fromCharCode(character.charCodeAt(0) + 0xfee0),
  );
}

function wideRow(draft: InitiativeDraft): InitiativeDraft {
  const widen = <T extends string | null>(text: T): T => (text === null ? text : wide(text)) as T;
  return {
    ...draft,
    title: wide(draft.title),
    section: wide(draft.section),
    plan: draft.plan.map(wide),
    results: draft.results.map(wide),
    direction: draft.direction.map(wide),
    targets: draft.targets.map((target) => ({
      ...target,
      measure: wide(target.measure),
      note: widen(target.note),
      value: widen(target.value),
    })),
    outcomes: draft.outcomes.map((outcome) => ({
      ...outcome,
      statement: wide(outcome.statement),
      asOf: widen(outcome.asOf),
      figures: outcome.figures.map(({ label, value }) => ({ label: widen(label), value: wide(value) })),
    })),
  };
}

const wideHand: Hand = {
  bullet: () => '・',
  label: (name) => `［${name}］`,
  target: (target) => wide(officialHand.target(target)),
  figure: (label, value) => wide(officialHand.figure(label, value)),
  asOf: (text) => `【${wide(text)}】`,
  section: (name) => `（${wide(name)}）`,
};

const circled = (place: number): string => String.fromCharCode(0x2460 + place);

/** Numbers before statements; figures and days stand as elsewhere. */
const numberedHand: Hand = {
  ...officialHand,
  bullet: (place) => `(${place + 1}) `,
  label: (name) => `【${name}】`,
  figure: (label, value) => (label === null ? value : `${label}：${value}`),
  target: ({ measure, note, value }) =>
    measure + (note === null ? '' : `（${note}）`) + (value === null ? '' : `：${value}`),
};

/** A text cut into runs at random places, with what Word leaves between them. */
function scattered(text: string, seed: number): string {
  const runs: string[] = [];
  let state = seed;
  for (let at = 0; at < text.length;) {
    state = (state * 1103515245 + 12345) % 2147483648;
    const length = 1 + (state % 5);
    const piece = text.slice(at, at + length);
    runs.push(
      run(piece),
      state % 3 === 0 ? '<w:proofErr w:type="spellStart"/>' : '',
      state % 4 === 0
        ? `<w:bookmarkStart w:id="${state % 1000}" w:name="_GoBack"/><w:bookmarkEnd w:id="${state % 1000}"/>`
        : '',
    );
    at += length;
  }
  return runs.join('');
}

/** Inside a content control. */
const controlled = (xml: string): string =>
  `<w:sdt><w:sdtPr><w:alias w:val="欄"/><w:text/></w:sdtPr><w:sdtContent>${xml}</w:sdtContent></w:sdt>`;

const numberingPart = {
  name: 'numbering.xml',
  type: 'numbering',
  xml:
    `<w:numbering xmlns:w="${wordNamespace}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">` +
    '<w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="\uF06C"/></w:lvl></w:abstractNum>' +
    '<w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
};
const inList = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>';
const withoutBullets: Hand = { ...officialHand, bullet: () => '\u0000' };

/** A cell whose marked items are paragraphs of a Word list. */
const listCell = (texts: readonly string[]): string =>
  cell({
    xml: texts
      .map((text) => (text.startsWith('\u0000') ? paragraph(text.slice(1), inList) : paragraph(text)))
      .join(''),
  });

/** Each line broken by hand after so many characters, its rest indented. */
function brokenLines(text: string, width: number): string[] {
  const characters = [...text];
  const lines: string[] = [];
  for (let at = 0; at < characters.length; at += width) {
    lines.push((at === 0 ? '' : '　') + characters.slice(at, at + width).join(''));
  }
  return lines;
}

const sentences = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => (/[。す]$/.test(text) ? brokenLines(text, 18) : [text]));

export const layouts: readonly Layout[] = [
  { name: 'one table, typed bullets', make: (report) => docxByHand({ body: official(report) }) },
  {
    name: 'one table a page, headings on each',
    make: (report) => {
      const rows = rowsOf(report);
      const pages = [rows.slice(0, 4), rows.slice(4, 8), rows.slice(8, 11), rows.slice(11)];
      return docxByHand({
        body:
          opening(report) +
          pages
            .map((page) => table([headingRow, ...page]))
            .join(paragraph('<w:r><w:br w:type="page"/></w:r>')),
      });
    },
    says: (draft, place) => ({ ...draft, pageBreakBefore: [4, 8, 11].includes(place) }),
  },
  {
    name: 'one table a page, headings on the first only',
    make: (report) => {
      const rows = rowsOf(report);
      return docxByHand({
        body:
          opening(report) + table([headingRow, ...rows.slice(0, 7)]) + paragraph('') + table(rows.slice(7)),
      });
    },
  },
  {
    name: 'headings repeated inside one table',
    make: (report) =>
      docxByHand({
        body:
          opening(report) +
          table(rowsOf(report).flatMap((line, place) => (place % 5 === 0 ? [headingRow, line] : [line]))),
      }),
  },
  {
    name: 'a cover table first',
    make: (report) =>
      docxByHand({
        body:
          paragraph(`${report.yearLabel} 部長の目標宣言 達成状況報告`) +
          table([
            row([cell(['部名']), cell([report.department])]),
            row([cell(['職・氏名']), cell([headLine(report)])]),
          ]) +
          paragraph('') +
          table([headingRow, ...rowsOf(report)]),
      }),
    besides: 2,
  },
  {
    name: 'the declaration’s four columns',
    make: (report) =>
      docxByHand({
        body:
          paragraph(`${report.yearLabel} ${report.headPost}の目標宣言`) +
          paragraph(headLine(report)) +
          table([
            row(sixHeadings.slice(0, 4).map(cell)),
            ...report.initiatives.map((draft, place) =>
              row(sixCells(writtenRow(draft, place)).slice(0, 4).map(cell)),
            ),
          ]),
      }),
    says: (draft) => ({ ...draft, results: [], direction: [], outcomes: [] }),
  },
  {
    name: 'nine columns: sections merged over rows, results and direction apart, remarks',
    make: (report) =>
      docxByHand({
        body:
          opening(report) +
          table([
            row(
              [
                '番号',
                '担当課',
                '取組名',
                '取組内容',
                '目標値',
                '取組結果',
                '今後の方向性',
                '実績値',
                '備考',
              ].map((text) => cell([text])),
            ),
            ...report.initiatives.map((draft, place) => {
              const written = writtenRow(draft, place);
              const merged = report.initiatives[place - 1]?.section === draft.section;
              return row([
                cell([written.number]),
                cell({
                  xml: merged ? '' : paragraph(draft.section),
                  merge: merged ? 'continue' : 'restart',
                }),
                cell([written.title]),
                cell(written.plan),
                cell(written.targets),
                cell(written.results),
                cell(written.direction),
                cell(written.outcomes),
                cell([place === 2 ? '要確認の事項' : '']),
              ]);
            }),
          ]),
      }),
    besides: 1,
  },
  {
    name: 'columns in another order under two rows of headings',
    make: (report) =>
      docxByHand({
        body:
          opening(report) +
          table([
            row([
              cell({ xml: paragraph('No.'), merge: 'restart' }),
              cell({ xml: paragraph('所管課'), merge: 'restart' }),
              cell({ xml: paragraph('事業名'), merge: 'restart' }),
              cell({ xml: paragraph('目標'), span: 2 }),
              cell({ xml: paragraph('取組内容'), merge: 'restart' }),
              cell({ xml: paragraph('結果'), span: 2 }),
            ]),
            row([
              ...[0, 1, 2].map(() => cell({ xml: '', merge: 'continue' })),
              cell(['達成目標']),
              cell(['目標達成状況']),
              cell({ xml: '', merge: 'continue' }),
              cell(['取組結果']),
              cell(['今後の取組の方向性']),
            ]),
            ...report.initiatives.map((draft, place) => {
              const written = writtenRow(draft, place);
              return row(
                [
                  [written.number],
                  [draft.section],
                  [written.title],
                  written.targets,
                  written.outcomes,
                  written.plan,
                  written.results,
                  written.direction,
                ].map(cell),
              );
            }),
          ]),
      }),
  },
  {
    name: 'Word lists instead of typed bullets',
    make: (report) =>
      docxByHand({
        body:
          opening(report) +
          table([
            headingRow,
            ...report.initiatives.map((draft, place) =>
              row(sixCells(writtenRow(draft, place, withoutBullets), withoutBullets).map(listCell)),
            ),
          ]),
        parts: [numberingPart],
      }),
  },
  {
    name: 'line breaks inside one paragraph a cell',
    make: (report) =>
      docxByHand({
        body:
          opening(report) +
          table([
            row(sixHeadings.map((lines) => cell([lines.join('\n')]))),
            ...report.initiatives.map((draft, place) =>
              row(sixCells(writtenRow(draft, place)).map((lines) => cell([lines.join('\n')]))),
            ),
          ]),
      }),
  },
  {
    name: 'text in many runs, in content controls',
    make: (report) =>
      docxByHand({
        body:
          opening(report) +
          table([
            headingRow,
            ...report.initiatives.map((draft, place) => {
              const cells = sixCells(writtenRow(draft, place)).map((lines, column) => {
                const xml = lines.map((text, line) =>
                  paragraph(scattered(text, place * 100 + column * 10 + line)),
                );
                return cell({ xml: column === 3 ? controlled(xml.join('')) : xml.join('') });
              });
              cells[2] = controlled(cells[2] ?? '');
              return place % 2 === 0 ? controlled(row(cells)) : row(cells);
            }),
          ]),
      }),
  },
  {
    name: 'digits, brackets and spaces of full width',
    make: (report) =>
      docxByHand({
        body:
          paragraph(wide(title(report))) +
          paragraph(`${report.headPost}\u3000${report.headName}`) +
          table([
            row(
              sixHeadings.map((lines) => cell(lines.map((text) => wide(text).replace('ＮＯ．', 'Ｎｏ．')))),
            ),
            ...report.initiatives.map((draft, place) => {
              const written = sixCells(writtenRow(wideRow(draft), place, wideHand), wideHand);
              return row([cell([wide(String(place + 1))]), ...written.slice(1).map(cell)]);
            }),
          ]),
      }),
    says: wideRow,
  },
  {
    name: 'numbers in brackets instead of bullets, colons before values',
    make: (report) =>
      docxByHand({ body: opening(report) + table([headingRow, ...rowsOf(report, numberedHand)]) }),
  },
  {
    name: 'circled numbers instead of bullets',
    make: (report) =>
      docxByHand({
        body:
          opening(report) + table([headingRow, ...rowsOf(report, { ...officialHand, bullet: circled })]),
      }),
  },
  {
    name: 'black and white balls instead of bullets, title and section on one line',
    make: (report) =>
      docxByHand({
        body:
          opening(report) +
          table([
            headingRow,
            ...report.initiatives.map((draft, place) => {
              const hand: Hand = { ...officialHand, bullet: () => (place % 2 === 0 ? '● ' : '○') };
              const cells = sixCells(writtenRow(draft, place, hand), hand);
              return row([...cells.slice(0, 1), [cells[1]?.join('') ?? ''], ...cells.slice(2)].map(cell));
            }),
          ]),
      }),
  },
  {
    name: 'rows that go on overleaf without a number, cut inside a sentence',
    make: (report) =>
      docxByHand({
        body:
          opening(report) +
          table([
            headingRow,
            ...report.initiatives.flatMap((draft, place) => {
              const cells = sixCells(writtenRow(draft, place));
              if (place % 3 !== 1) return [row(cells.map(cell))];
              const results = cells[4] ?? [];
              const [first = ''] = results;
              const half = Math.floor(first.length / 2);
              return [
                row([...cells.slice(0, 4), [first.slice(0, half)], cells[5] ?? []].map(cell)),
                row([[''], [''], [''], [''], [first.slice(half), ...results.slice(1)], ['']].map(cell)),
              ];
            }),
          ]),
      }),
  },
  {
    name: 'lines broken by hand, their rest indented',
    make: (report) =>
      docxByHand({
        body:
          opening(report) +
          table([
            headingRow,
            ...report.initiatives.map((draft, place) =>
              row(sixCells(writtenRow(draft, place)).map((lines) => cell(sentences(lines)))),
            ),
          ]),
      }),
  },
  {
    name: 'tracked changes, taken as accepted',
    make: (report) => docxByHand({ body: tracked(report, 'accepted') }),
    changes: 'accepted',
  },
  {
    name: 'tracked changes, taken as original',
    make: (report) => docxByHand({ body: tracked(report, 'original') }),
    changes: 'original',
  },
  {
    name: 'strict OOXML under other prefixes',
    make: (report) =>
      docxByHand({
        body: official(report),
        rewrite: (xml) =>
          xml
            .replaceAll(wordNamespace, 'http://purl.oclc.org/ooxml/wordprocessingml/main')
            .replaceAll(
              'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
              'http://purl.oclc.org/ooxml/officeDocument/relationships',
            )
            .replaceAll(/<(\/?)w:/g, '<$1文:')
            .replaceAll(/ w:(\w+)="/g, ' 文:$1="')
            .replace('xmlns:w=', 'xmlns:文='),
      }),
  },
  {
    name: 'no numbers, sections as bands across the table',
    make: (report) =>
      docxByHand({
        body:
          opening(report) +
          table([
            row(sixHeadings.slice(1).map(cell)),
            ...report.initiatives.flatMap((draft, place) => {
              const cells = sixCells(writtenRow(draft, place)).slice(1);
              const line = row([[draft.title], ...cells.slice(1)].map(cell));
              const same = report.initiatives[place - 1]?.section === draft.section;
              return same ? [line] : [row([cell({ xml: paragraph(draft.section), span: 5 })]), line];
            }),
          ]),
      }),
  },
  {
    name: 'measure and value in columns of their own, text in boxes and inner tables',
    make: (report) =>
      docxByHand({
        body:
          opening(report) +
          table([
            row(
              [
                'NO',
                '取組名(担当課名)',
                '取組内容',
                '達成目標',
                '目標値',
                '取組結果・今後の取組の方向性',
                '達成状況',
              ].map((text) => cell([text])),
            ),
            ...report.initiatives.map((draft, place) => {
              const written = writtenRow(draft, place);
              const cells = sixCells(written);
              const single = draft.targets.length === 1;
              const measures = single
                ? [officialHand.target({ ...(draft.targets[0] as (typeof draft.targets)[0]), value: null })]
                : written.targets;
              return row([
                cell([written.number]),
                cell([written.title, written.section]),
                cell({ xml: paragraph(boxed(written.plan)) }),
                cell(measures),
                cell([(single ? draft.targets[0]?.value : null) ?? '']),
                cell(cells[4] ?? []),
                cell({ xml: table([row([cell(cells[5] ?? [])])]) + paragraph('') }),
              ]);
            }),
          ]),
      }),
  },
];

/** A text box as Word writes it: twice, for programs that know boxes and for those that do not. */
function boxed(texts: readonly string[]): string {
  const content = `<w:txbxContent>${texts.map((text) => paragraph(text)).join('')}</w:txbxContent>`;
  return (
    `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${content}</wps:txbx></w:drawing></mc:Choice>` +
    `<mc:Fallback><w:pict><v:textbox>${content}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
  );
}

/** The table with changes all over it; taken as `truth` says, it is the report. */
function tracked(report: ReportDraft, truth: 'accepted' | 'original'): string {
  const kept = (text: string): string =>
    truth === 'accepted'
      ? `<w:ins ${by('部長')}>${run(text)}</w:ins>`
      : `<w:del ${by('部長')}>${run(text, 'delText')}</w:del>`;
  const gone = (text: string): string =>
    truth === 'accepted'
      ? `<w:del ${by('課長')}>${run(text, 'delText')}</w:del>`
      : `<w:ins ${by('課長')}>${run(text)}</w:ins>`;
  const goneMark =
    truth === 'accepted'
      ? `<w:rPr><w:del ${by('課長')}/></w:rPr>`
      : `<w:rPr><w:ins ${by('課長')}/></w:rPr>`;
  const changedParagraph = (text: string, place: number): string => {
    const half = Math.floor(text.length / 2);
    const [first, second] = [text.slice(0, half), text.slice(half)];
    if (place % 4 === 0) return paragraph(run(first) + gone('消える語') + kept(second));
    // One paragraph that a mark divides, which is not there.
    if (place % 4 === 1 && first !== '') return paragraph(first, goneMark) + paragraph(second);
    if (place % 4 === 2) return paragraph(gone('消える段落。'), goneMark) + paragraph(text);
    return paragraph(text);
  };
  const goneRow = row(
    [
      ['99'],
      ['消える行', '(消える課)'],
      ['・消える内容です。'],
      ['・消える目標'],
      ['・消える結果です。'],
      [''],
    ].map((lines) => cell({ xml: lines.map((text) => paragraph(gone(text))).join('') })),
    truth === 'accepted' ? `<w:del ${by('課長')}/>` : `<w:ins ${by('課長')}/>`,
  );
  return (
    opening(report) +
    table([
      headingRow,
      ...report.initiatives.flatMap((draft, place) => [
        row(
          sixCells(writtenRow(draft, place)).map((lines, column) =>
            cell({
              xml: lines
                .map((text, line) =>
                  changedParagraph(text, column === 0 || text.startsWith('[') ? 3 : place + line),
                )
                .join(''),
            }),
          ),
        ),
        ...(place % 5 === 0 ? [goneRow] : []),
      ]),
    ])
  );
}
