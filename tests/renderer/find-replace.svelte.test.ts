import { beforeEach, describe, expect, test } from 'vitest';
import { headingTexts, rowTexts } from '../../shared/model/report-texts.ts';
import { FindReplace } from '../../renderer/state/workplace/find-replace.svelte.ts';
import type { ReportEditor } from '../../renderer/state/editing/report-editor.svelte.ts';
import { textPlaceWords } from '../../renderer/words/find-words.ts';
import { openEditor, writerOf } from './open-editor.ts';
import { ReportPeer } from './report-peer.ts';
import { first, initiative, report, second } from './sample-report.ts';

const target = { id: 'target1', measure: '桜の植栽', note: '桜のみ', value: '桜 40本', verdict: null };
const outcome = {
  id: 'outcome1',
  statement: '桜を植えました。',
  asOf: '桜まつりの日',
  figures: [{ label: '桜', value: '４０本（桜）' }],
  targets: ['target1'],
};
const everywhere = report({
  department: '桜みどり部',
  initiatives: [
    initiative(first, {
      title: '桜並木',
      section: '桜課',
      plan: ['桜を植え、桜を守ります。', '枝を切ります。'],
      results: ['桜を植えました。'],
      direction: ['桜を増やします。'],
      targets: [target],
      outcomes: [outcome],
    }),
    initiative(second, { title: '遊具の点検' }),
  ],
});

let peer: ReportPeer;
let editor: ReportEditor;
let finder: FindReplace;

beforeEach(async () => {
  localStorage.clear();
  peer = new ReportPeer(everywhere);
  editor = await openEditor(peer);
  finder = new FindReplace(editor);
});

function look(query: string): void {
  finder.open('replace', null);
  finder.look(query);
}

describe('finding', () => {
  test('goes through every text of the report in the order of the table', () => {
    look('桜');
    expect(finder.hits.map(({ place, mark }) => `${textPlaceWords(place, {})} ${mark[0]}`)).toEqual([
      '部名 0',
      '取組名 0',
      '担当課名 0',
      '取組内容 1行目 0',
      '取組内容 1行目 5',
      '達成目標 1 目標の内容 0',
      '達成目標 1 補足 0',
      '達成目標 1 目標値 0',
      '取組結果 1行目 0',
      '今後の取組の方向性 1行目 0',
      '達成状況 1 達成状況の説明 0',
      '達成状況 1 時点 0',
      '達成状況 1 の1件目の 実績値の項目名（省略可） 0',
      '達成状況 1 の1件目の 実績値 4',
    ]);
    expect(finder.rows.map(({ number }) => number)).toEqual([null, 1]);
  });

  test('follows what is typed', () => {
    look('ブランコ');
    expect(finder.hits).toEqual([]);
    writerOf(editor, second).write('title', 'ブランコの点検');
    expect(finder.hits.map(({ place }) => textPlaceWords(place, {}))).toEqual(['取組名']);
  });

  test('looks for nothing while it is closed', () => {
    look('桜');
    finder.close();
    expect(finder.hits).toEqual([]);
  });

  test('steps round and round', () => {
    look('枝');
    const keys = finder.hits.map(({ key }) => key);
    expect(keys).toHaveLength(2);
    expect([1, 1, 1].map(() => finder.step(1)?.key)).toEqual([keys[0], keys[1], keys[0]]);
    expect(finder.step(-1)?.key).toBe(keys[1]);
  });
});

describe('replacing', () => {
  test('all is one step, and taken back as one', async () => {
    look('桜');
    finder.replacement = '梅';
    expect(finder.replace(finder.hits)).toBe(14);
    await editor.flush();
    expect(peer.steps).toHaveLength(1);
    const { initiatives } = peer.report;
    expect(JSON.stringify(peer.report)).not.toContain('桜');
    expect(peer.report).toEqual(JSON.parse(JSON.stringify(everywhere).replaceAll('桜', '梅')));
    expect(initiatives[1]).toEqual(everywhere.initiatives[1]);
    await editor.undo();
    expect(editor.content.report()).toEqual(everywhere);
  });

  test('leaves alone what a person spares', async () => {
    look('桜を');
    finder.replacement = '梅を';
    const [hit] = finder.hits;
    if (hit === undefined) throw new Error('no hit');
    finder.choose(hit, false);
    finder.replace(finder.chosen);
    await editor.flush();
    expect(peer.report.initiatives[0]?.plan[0]).toBe('桜を植え、梅を守ります。');
    expect(peer.report.initiatives[0]?.results).toEqual(['梅を植えました。']);
  });

  test('one goes on to the next', () => {
    look('桜を');
    finder.replacement = '桜と梅を';
    finder.step(1);
    const [hit] = finder.hits;
    finder.replace(hit === undefined ? [] : [hit]);
    expect(editor.content.rows[0]?.initiative.plan[0]).toBe('桜と梅を植え、桜を守ります。');
    expect(finder.hits[finder.at]?.mark).toEqual([7, 9]);
  });

  test('goes over what says already what is to stand there, however often it is pressed', async () => {
    look('桜を');
    finder.replacement = '山の桜を';
    expect(finder.replace(finder.replaceable)).toBe(5);
    await editor.flush();
    const after = editor.content.report();
    expect(after.initiatives[0]?.plan[0]).toBe('山の桜を植え、山の桜を守ります。');
    expect(finder.hits).toHaveLength(5);
    expect([finder.replaceable, finder.chosen, finder.one]).toEqual([[], [], null]);
    writerOf(editor, second).write('title', '桜を見る会');
    expect(finder.chosen.map(({ text }) => text)).toEqual(['桜を見る会']);
    expect(finder.one?.text).toBe('桜を見る会');
    // Another wish makes them places like any other.
    finder.replacement = '梅を';
    expect(finder.chosen).toHaveLength(6);
  });

  test('spares what was spared when the text before it has grown', () => {
    look('桜を');
    finder.replacement = '山の桜を';
    const [, other] = finder.hits;
    if (other === undefined) throw new Error('no hit');
    finder.choose(other, false);
    finder.replace(finder.chosen);
    expect(editor.content.rows[0]?.initiative.plan[0]).toBe('山の桜を植え、桜を守ります。');
    expect(finder.replaceable.map(({ mark }) => mark)).toEqual([[7, 9]]);
    expect(finder.chosen).toEqual([]);
  });

  test('by nothing makes an optional text absent', async () => {
    look('桜のみ');
    finder.replace(finder.hits);
    await editor.flush();
    expect(peer.report.initiatives[0]?.targets[0]?.note).toBeNull();
  });

  test('says beforehand what a text will be', () => {
    look('40');
    finder.replacement = '50';
    expect(finder.hits.map((hit) => finder.after(hit))).toEqual(['桜 50本', '50本（桜）']);
  });
});

test('every text that a person can write is looked through', () => {
  const strings: string[] = [];
  JSON.stringify(everywhere, (key, value: unknown) => {
    if (typeof value === 'string' && !['id', '0'].includes(key)) strings.push(value);
    return value;
  });
  const looked = new Set([
    ...headingTexts(everywhere).map(({ text }) => text),
    ...everywhere.initiatives.flatMap(rowTexts).map(({ text }) => text),
  ]);
  expect(strings.filter((text) => !looked.has(text) && text !== 'target1')).toEqual([]);
});

describe('verbs that hold the word', () => {
  const verbs = report({
    initiatives: [
      initiative(first, {
        title: '防災の取り組み',
        plan: ['地域と取り組みます。', '取り組みを続けます。'],
        results: ['課題に取り組み、成果を得ました。'],
      }),
    ],
  });
  const ticked = (): string[] =>
    finder.chosen.map(({ text, mark: [start] }) => text.slice(start, start + 6));

  beforeEach(async () => {
    peer = new ReportPeer(verbs);
    editor = await openEditor(peer);
    finder = new FindReplace(editor);
    look('取り組み');
    finder.replacement = '取組';
  });

  test('are not ticked, and can be by hand', () => {
    expect([...finder.inflected].map(({ text }) => text)).toEqual([
      '地域と取り組みます。',
      '課題に取り組み、成果を得ました。',
    ]);
    expect(ticked()).toEqual(['取り組み', '取り組みを続']);
    const [verb] = finder.inflected;
    if (verb === undefined) throw new Error('no verb');
    finder.choose(verb, true);
    expect(ticked()).toEqual(['取り組み', '取り組みます', '取り組みを続']);
    finder.choose(verb, false);
    expect(ticked()).toEqual(['取り組み', '取り組みを続']);
  });

  test('stay when all is replaced', () => {
    expect(finder.replace(finder.sensible)).toBe(2);
    expect(editor.content.rows[0]?.initiative).toMatchObject({
      title: '防災の取組',
      plan: ['地域と取り組みます。', '取組を続けます。'],
      results: ['課題に取り組み、成果を得ました。'],
    });
  });

  test('are as good as any other where the ending fits the new word', () => {
    finder.replacement = '取組み';
    expect(finder.inflected.size).toBe(0);
    expect(ticked()).toHaveLength(4);
  });
});
