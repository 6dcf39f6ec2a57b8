import { beforeAll, describe, expect, test } from 'vitest';
import { builtInForms } from '../../main/application/built-in-forms.ts';
import { programFiles } from '../../main/files/program-files.ts';
import { readWordDocument } from '../../main/word/reading/read-word-document.ts';
import { rowsOfWord } from '../../main/application/hand-ins/rows-of-word.ts';
import { handedInRows } from '../../main/word/marked/handed-in-rows.ts';
import { markedChanges, type MarkedChanges } from '../../main/word/marked/marked-changes.ts';
import { initiativeWithPlace } from '../../main/word/marked/initiative-with-place.ts';
import { rowFromTexts } from '../../main/word/marked/row-from-texts.ts';
import { textWithAll } from '../../main/word/marked/marked-field.ts';
import { printedDifferences } from '../../main/word/verifying/printed-differences.ts';
import { printedDocument } from '../../main/word/verifying/printed-document.ts';
import { formOfReport, withForm } from '../../shared/model/forms/form-of-report.ts';
import { outline } from '../../shared/model/outline.ts';
import type { Initiative } from '../../shared/model/report.ts';
import { initiative, outcome, report, target } from '../data/sample-content.ts';
import { countingIdentifiers } from '../support/counting-identifiers.ts';
import { must } from '../support/must.ts';
import { exported } from '../word-understanding/own-files.ts';
import { WordSurgery } from './word-surgery.ts';

const office = builtInForms(programFiles().forms).find(({ id }) => id === 'target-lines');
if (office === undefined) throw new Error('no form with a line for each target');

const targets = [
  target({ measure: '巡回地点', note: '港を含む', value: '12か所', own: { xtunit: 'か所', xtgrade: '○' } }),
  target({ measure: '貸出冊数', value: '8,000冊', own: { xtrate: '103%' } }),
  target({ measure: '朝の読書', value: '5校' }),
];
const ids = targets.map(({ id }) => id);
const row = initiative({
  targets,
  outcomes: [
    outcome({ targets: ids.slice(0, 1), statement: '14か所になりました。', asOf: '令和9年3月末' }),
    outcome({ targets: ids.slice(1, 2), statement: '8,200冊でした。', asOf: null }),
  ],
});
const other = initiative({
  title: '文化財を守る取組',
  targets: [target({ measure: '公開日数', value: '30日' })],
});
const written = withForm({ ...report(), initiatives: [row, other] }, office);
const form = formOfReport(written, 'report');

let file: Uint8Array;
beforeAll(async () => {
  file = await exported(written);
});

/** A run's text deleted and another put in its place, as Word tracks it. */
function tracked(surgery: WordSurgery, before: string, after: string): void {
  const run = new RegExp(`<w:r>((?:(?!<w:r>).)*?)<w:t([^>]*)>${before}</w:t></w:r>`, 'u');
  expect(surgery.document).toMatch(run);
  surgery.document = surgery.document.replace(run, (_all, look: string, space: string) => {
    const runs = (text: string): string => `<w:r>${look}<w:t${space}>${text}</w:t></w:r>`;
    const by = '部長';
    return surgery.deleted(runs(before), by) + (after === '' ? '' : surgery.inserted(runs(after), by));
  });
}

async function changesOf(surgery: WordSurgery): Promise<MarkedChanges> {
  return markedChanges(must(await readWordDocument(surgery.bytes())), outline(written, form), form);
}

/** The file without any of the program's bookmarks, as some programs leave it. */
function withoutBookmarks(surgery: WordSurgery): void {
  surgery.document = withoutMarks(surgery.document);
}

function withoutMarks(xml: string): string {
  return xml.replaceAll(/<w:bookmark(?:Start|End)[^>]*\/>/g, '');
}

const tableRow = /<w:tr>(?:(?!<w:tr>).)*<\/w:tr>/gs;

/** The rows of the table below its headings. */
function linesIn(xml: string): string[] {
  return [...xml.matchAll(tableRow)]
    .map(([line]) => line)
    .filter((line) => !line.includes('<w:tblHeader/>'));
}

/** Rows of the table that were put in or taken out as a whole. */
function markedLines(surgery: WordSurgery, xml: string, what: 'ins' | 'del'): string {
  return xml.replaceAll(tableRow, (line) =>
    line.replace('</w:trPr>', `<w:${what} ${surgery.who('部長')}/></w:trPr>`),
  );
}

function withAll(changes: MarkedChanges, before: Initiative): Initiative {
  return changes.fields
    .filter(({ initiative: id }) => id === before.id)
    .reduce(
      (now, field) => initiativeWithPlace(now, field, textWithAll(field), countingIdentifiers()) ?? now,
      before,
    );
}

function reported(number: number) {
  const found = row.outcomes[number - 1];
  if (found === undefined) throw new Error(`no outcome ${number}`);
  return found;
}

describe('A row with a line for each target comes back', () => {
  test.each([
    ['with its bookmarks', () => undefined],
    ['without any bookmark', withoutBookmarks],
  ])('%s: each change in its own target or outcome', async (_how, alter) => {
    const surgery = await WordSurgery.open(file);
    tracked(surgery, '読書の機会を広げる取組', '読書を広げる取組');
    tracked(surgery, '[(]港を含む[)]', '(港と駅を含む)');
    tracked(surgery, '○', '◎');
    tracked(surgery, '8,000冊', '9,000冊');
    tracked(surgery, '103%', '');
    tracked(surgery, '【令和9年3月末】', '【令和9年2月末】');
    tracked(surgery, '8,200冊でした。', '8,210冊でした。');
    alter(surgery);
    const changes = await changesOf(surgery);
    expect(changes.unplaced).toEqual([]);
    expect(changes.rows).toEqual([]);
    const [places, books, morning] = targets;
    expect(withAll(changes, row)).toEqual({
      ...row,
      title: '読書を広げる取組',
      targets: [
        { ...places, note: '港と駅を含む', own: { xtunit: 'か所', xtgrade: '◎' } },
        { ...books, own: undefined, value: '9,000冊' },
        morning,
      ],
      outcomes: [
        { ...reported(1), asOf: '令和9年2月末' },
        { ...reported(2), statement: '8,210冊でした。' },
      ],
    });
    expect(withAll(changes, other)).toEqual(other);
  });

  test('with what was written on a line without an outcome told, and no word of it taken for another’s', async () => {
    const surgery = await WordSurgery.open(file);
    const at = surgery.document.indexOf('朝の読書');
    const empty =
      /<w:tcW [^>]*\/><\/w:tcPr><w:p><w:pPr><w:pStyle w:val="\w+"\/>(?:<w:keepNext\/>)?<\/w:pPr><\/w:p>/g;
    empty.lastIndex = at;
    const found = empty.exec(surgery.document);
    if (found === null) throw new Error('no empty cell on the line');
    const added = surgery.inserted('<w:r><w:t>6校で始まりました。</w:t></w:r>', '部長');
    surgery.document =
      surgery.document.slice(0, found.index) +
      found[0].replace('</w:p>', `${added}</w:p>`) +
      surgery.document.slice(found.index + found[0].length);
    const changes = await changesOf(surgery);
    expect(changes.fields).toEqual([]);
    expect(changes.unplaced).toEqual([
      { row: 1, field: 'outcomes', text: '6校で始まりました。', why: 'no-item', author: '部長' },
    ]);
  });

  test('as a whole: deleted with all its lines, and another one added with its targets and outcomes', async () => {
    const surgery = await WordSurgery.open(file);
    const come = initiative({
      title: '音楽に親しむ取組',
      plan: ['駅前で演奏会を開きます。'],
      results: ['毎月開きました。'],
      direction: [],
      targets: [
        target({ measure: '演奏会', value: '12回', own: { xtbase: '8回' } }),
        target({ measure: '来場者', value: '900人' }),
      ],
      outcomes: [outcome({ statement: '13回開きました。' }), outcome({ statement: '950人でした。' })],
    });
    const [first, second] = come.targets.map(({ id }) => id);
    const spoken = come.outcomes.map((each, at) => ({
      ...each,
      targets: [at === 0 ? first : second].flatMap((id) => id ?? []),
    }));
    const withCome = { ...written, initiatives: [{ ...come, outcomes: spoken }] };
    const lines = linesIn(surgery.document).slice(0, targets.length).join('');
    const added = linesIn((await WordSurgery.open(await exported(withCome))).document).join('');
    surgery.document = surgery.document.replace(
      lines,
      markedLines(surgery, lines, 'del') + markedLines(surgery, withoutMarks(added), 'ins'),
    );

    const { rows, fields, unplaced } = await changesOf(surgery);
    expect({ fields, unplaced }).toEqual({ fields: [], unplaced: [] });
    expect(rows.map(({ kind, author }) => [kind, author])).toEqual([
      ['row-added', '部長'],
      ['row-deleted', '部長'],
    ]);
    const texts = rows[0]?.kind === 'row-added' ? rows[0].texts : {};
    const made = rowFromTexts('newrow', texts, form, countingIdentifiers());
    const places = (of: Initiative): unknown => ({
      ...of,
      id: 0,
      targets: of.targets.map((each) => ({ ...each, id: 0 })),
      outcomes: of.outcomes.map((each) => ({
        ...each,
        id: 0,
        targets: each.targets.map((id) => of.targets.findIndex((one) => one.id === id)),
      })),
    });
    expect(places(made)).toEqual(places({ ...come, outcomes: spoken }));
  });
});

test('A file with a line for each target that nobody touched says what it said; another word is told at its place', async () => {
  const surgery = await WordSurgery.open(file);
  const differences = async () =>
    printedDifferences(
      outline(written, form),
      printedDocument(must(await readWordDocument(surgery.bytes())), 'accepted'),
    );
  expect(await differences()).toEqual([]);
  surgery.document = surgery.document.replace('>103%<', '>130%<').replace('令和9年3月末', '令和9年2月末');
  expect(await differences()).toEqual([
    { row: 1, field: 'outcomes', before: '【令和9年3月末】', after: '【令和9年2月末】' },
    { row: 1, field: 'targets', before: '103%', after: '130%' },
  ]);
});

test('A section hands in a table with a line for each target: what it changed is changed, at its target and its outcome', async () => {
  const surgery = await WordSurgery.open(file);
  surgery.document = surgery.document
    .replace('>103%<', '>104%<')
    .replace('8,200冊でした。', '8,300冊でした。');
  const document = must(await readWordDocument(surgery.bytes()));
  const table = outline(written, form);
  const said = handedInRows(document, table, form, []);
  expect(said.unplaced).toEqual([]);
  const start = { sequence: 1, step: 'aaaaaaaa' };
  const given = {
    whole: written,
    report: written,
    form,
    table,
    cover: [],
    hash: '',
    section: row.section,
    start,
  };
  const { rows, unplaced } = rowsOfWord(given, said.rows, []);
  expect(unplaced).toEqual([]);
  const [places, books, morning] = targets;
  const changed: unknown = {
    ...row,
    targets: [places, { ...books, own: { xtrate: '104%' } }, morning],
    outcomes: [reported(1), { ...reported(2), statement: '8,300冊でした。' }],
  };
  expect(rows).toEqual([changed, other]);
  // Handed in again upon what came before it, it says the same.
  const again = rowsOfWord(given, said.rows, [{ hash: 'one', after: [], rows }]);
  expect(again).toEqual({ rows, after: ['one'], unplaced: [] });
});
