import { reportForm } from '../../shared/model/forms/official-form.ts';
import { quoteStands } from '../../renderer/state/workplace/quote-stands.ts';
import { afterEach, describe, expect, test } from 'vitest';
import { must, mustFail } from '../support/must.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { exportedSample, type ExportedSample } from './exported-sample.ts';
import { paragraphXml, runXml } from './word-surgery.ts';

const newFolder = temporaryFolders();
let sample: ExportedSample;

afterEach(() => sample.application.close());

const head = '部長 相沢';
const deputy = '次長 小暮';

describe('Changes in a marked-up file', () => {
  test('tracked words land on row, field and author; accepting makes the report say what the file says', async () => {
    sample = await exportedSample(newFolder());
    const { id } = await sample.row(2);
    const surgery = await sample.surgery();
    const text = (await sample.row(2)).plan[0] ?? '';
    surgery.track(id, 'plan', { old: text.slice(0, 4), now: '地域の皆さん', author: head, behind: '・' });
    const { suggestions, unplaced } = await sample.take(surgery.bytes());
    expect(unplaced).toEqual([]);
    expect(suggestions).toMatchObject([
      {
        row: 2,
        initiative: id,
        field: 'plan',
        kind: 'edit',
        author: head,
        date: '2026-04-20T10:00:00Z',
        state: 'open',
        standing: 'clean',
      },
    ]);
    expect(suggestions[0]?.after.startsWith(`・地域の皆さん${text.slice(4)}`)).toBe(true);
    await sample.acceptAll();
    expect((await sample.row(2)).plan[0]).toBe(`地域の皆さん${text.slice(4)}`);
    expect(await sample.differences(surgery.bytes())).toEqual([]);

    const { history } = must(await sample.application.call('reports.undo', { report: sample.report }));
    expect(history.redo?.cause).toEqual({ kind: 'accept-markups', author: head, changes: 1 });
    expect((await sample.row(2)).plan[0]).toBe(text);
  });

  test('insertions and deletions of two people in one field are accepted one by one, in any order', async () => {
    sample = await exportedSample(newFolder());
    const { id, results } = await sample.row(1);
    const [first = '', second = ''] = results;
    const surgery = await sample.surgery();
    surgery
      .track(id, 'results', { old: '', now: 'ていねいに', author: head, behind: `・${first.slice(0, 3)}` })
      .track(id, 'results', { old: second.slice(0, 2), now: '', author: deputy, behind: '・' });
    const { suggestions } = await sample.take(surgery.bytes());
    expect(suggestions.map(({ field, kind, author }) => [field, kind, author])).toEqual([
      ['results', 'insertion', head],
      ['results', 'deletion', deputy],
    ]);
    const { report } = sample;
    must(await sample.application.call('markups.acceptAuthor', { report, author: deputy }));
    expect((await sample.row(1)).results).toEqual([first, second.slice(2), ...results.slice(2)]);
    must(await sample.application.call('markups.acceptAuthor', { report, author: head }));
    expect(await sample.differences(surgery.bytes())).toEqual([]);
  });

  test('two people in one bullet: either alone, and both', async () => {
    sample = await exportedSample(newFolder());
    const { id, plan } = await sample.row(1);
    const [text = ''] = plan;
    const surgery = await sample.surgery();
    surgery.track(id, 'plan', { old: text.slice(0, 2), now: '前', author: head, behind: '・' });
    surgery.track(id, 'plan', { old: text.slice(-3), now: '後', author: deputy });
    const { suggestions } = await sample.take(surgery.bytes());
    expect(suggestions.map(({ author, after }) => [author, after.split('\n')[0]])).toEqual([
      [head, `・前${text.slice(2)}`],
      [deputy, `・${text.slice(0, -3)}後`],
    ]);
    await sample.acceptAll();
    expect((await sample.row(1)).plan[0]).toBe(`前${text.slice(2, -3)}後`);
    const { history } = must(await sample.application.call('reports.read', { report: sample.report }));
    expect(history.undo?.cause).toEqual({ kind: 'accept-markups', author: null, changes: 2 });
  });

  test('words that one put in and another took out again are a suggestion of each, and gone with both', async () => {
    sample = await exportedSample(newFolder());
    const { id, plan } = await sample.row(1);
    const [text = ''] = plan;
    const surgery = await sample.surgery();
    surgery.track(id, 'plan', { old: '', now: '急ぎ毎月', author: head, behind: '・' });
    surgery.edit(id, 'plan', (xml) =>
      xml.replace(runXml('急ぎ毎月'), surgery.deleted(runXml('急ぎ'), deputy) + runXml('毎月')),
    );
    const { suggestions } = await sample.take(surgery.bytes());
    expect(
      suggestions.map(({ author, kind, before, after }) => [
        author,
        kind,
        before.split('\n')[0],
        after.split('\n')[0],
      ]),
    ).toEqual([
      [head, 'insertion', `・${text}`, `・急ぎ毎月${text}`],
      [deputy, 'deletion', `・急ぎ毎月${text}`, `・毎月${text}`],
    ]);
    const { report } = sample;
    must(await sample.application.call('markups.acceptAuthor', { report, author: deputy }));
    expect((await sample.row(1)).plan[0]).toBe(text);
    must(await sample.application.call('markups.acceptAuthor', { report, author: head }));
    expect((await sample.row(1)).plan[0]).toBe(`毎月${text}`);
    expect(await sample.differences(surgery.bytes())).toEqual([]);
  });

  test('added, deleted and merged paragraphs', async () => {
    sample = await exportedSample(newFolder());
    const one = await sample.row(1);
    const surgery = await sample.surgery();
    // A new bullet behind the last one, outside the bookmark, as typing at its end leaves it.
    surgery.edit(one.id, 'plan', (xml) => {
      const mark = `<w:ins ${surgery.who(head)}/>`;
      const marked = xml.replace(
        /<w:p><w:pPr>((?:(?!<w:p>).)*)<\/w:pPr>((?:(?!<w:p>).)*<\/w:p>)$/s,
        `<w:p><w:pPr>$1<w:rPr>${mark}</w:rPr></w:pPr>$2`,
      );
      return marked + paragraphXml(surgery.inserted(runXml('・加えた一文です。'), head));
    });
    // Two results become one: the mark between them is deleted.
    surgery.edit(one.id, 'results', (xml) =>
      xml.replace('</w:pPr>', `<w:rPr><w:del ${surgery.who(deputy)}/></w:rPr></w:pPr>`),
    );
    // An outcome is deleted with its mark.
    surgery.edit(one.id, 'outcomes', (xml) => {
      const parts = xml.split('</w:p>');
      const [label, first, ...rest] = parts;
      const gone = (first ?? '')
        .replace('</w:pPr>', `<w:rPr><w:del ${surgery.who(head)}/></w:rPr></w:pPr>`)
        .replace(/<w:r>.*<\/w:r>/s, (runs) => surgery.deleted(runs, head));
      return [label, gone, ...rest].join('</w:p>');
    });
    const { suggestions } = await sample.take(surgery.bytes());
    expect(suggestions.map(({ row, field, kind, author }) => [row, field, kind, author])).toEqual([
      [1, 'plan', 'insertion', head],
      [1, 'results', 'deletion', deputy],
      [1, 'outcomes', 'deletion', head],
    ]);
    await sample.acceptAll();
    const now = await sample.row(1);
    expect(now.plan).toEqual([...one.plan, '加えた一文です。']);
    expect(now.results).toHaveLength(one.results.length - 1);
    expect(now.outcomes).toEqual(one.outcomes.slice(1));
    expect(await sample.differences(surgery.bytes())).toEqual([]);
  });

  test('a bullet that was moved is one suggestion', async () => {
    sample = await exportedSample(newFolder());
    const { id, results } = await sample.row(1);
    const surgery = await sample.surgery();
    surgery.edit(id, 'results', (xml) => {
      const [first = '', second = ''] = xml.split('</w:p>');
      const runs = /<w:r>.*<\/w:r>/s.exec(first)?.[0] ?? '';
      const mark = (kind: string) => `<w:rPr><w:${kind} ${surgery.who(head)}/></w:rPr></w:pPr>`;
      const from =
        `<w:moveFromRangeStart w:id="1" w:author="${head}" w:name="move1"/>` +
        `<w:moveFrom ${surgery.who(head)}>${runs}</w:moveFrom>`;
      const to =
        `<w:moveToRangeStart w:id="2" w:author="${head}" w:name="move1"/>` +
        `<w:moveTo ${surgery.who(head)}>${runs}</w:moveTo>`;
      return (
        `${first.replace(runs, from).replace('</w:pPr>', mark('moveFrom'))}</w:p><w:moveFromRangeEnd w:id="1"/>` +
        `${second.replace('</w:pPr>', mark('ins'))}</w:p>` +
        `<w:p><w:pPr/>${to}</w:p><w:moveToRangeEnd w:id="2"/>` +
        xml.split('</w:p>').slice(2).join('</w:p>')
      );
    });
    await sample.take(surgery.bytes());
    await sample.acceptAll();
    expect((await sample.row(1)).results).toEqual([results[1], results[0], ...results.slice(2)]);
  });

  test('direct edits have no author; changes already accepted are direct edits', async () => {
    sample = await exportedSample(newFolder());
    const { id, title, section } = await sample.row(3);
    const surgery = await sample.surgery();
    surgery.edit(id, 'title', (xml) => xml.replace(title, `新・${title}`));
    surgery.edit(id, 'section', (xml) => xml.replace(section, '連携推進室'));
    const { suggestions } = await sample.take(surgery.bytes());
    expect(
      suggestions.map(({ row, field, kind, author, date }) => [row, field, kind, author, date]),
    ).toEqual([
      [3, 'title', 'insertion', null, null],
      [3, 'section', 'edit', null, null],
    ]);
    await sample.acceptAll();
    expect(await sample.row(3)).toMatchObject({ title: `新・${title}`, section: '連携推進室' });
    expect(await sample.differences(surgery.bytes())).toEqual([]);
  });

  test('a target and an outcome keep their identifiers, verdict and references', async () => {
    sample = await exportedSample(newFolder());
    const report = await sample.read();
    const number =
      report.initiatives.findIndex(({ targets }) =>
        targets.some(({ note, value }) => note !== null && value !== null),
      ) + 1;
    const row = await sample.row(number);
    const place = row.targets.findIndex(({ note, value }) => note !== null && value !== null);
    const target = row.targets[place];
    if (target === undefined) throw new Error('the sample has no target with note and value');
    const surgery = await sample.surgery();
    surgery.track(row.id, 'targets', { old: ` ${target.value ?? ''}`, now: ' 延べ777件', author: head });
    const outcome = row.outcomes[0];
    surgery.track(row.id, 'outcomes', {
      old: '',
      now: '特に',
      author: head,
      behind: `・${outcome?.statement.slice(0, 2) ?? ''}`,
    });
    await sample.take(surgery.bytes());
    await sample.acceptAll();
    const now = await sample.row(number);
    expect(now.targets[place]).toEqual({ ...target, value: '延べ777件' });
    expect(now.outcomes[0]).toMatchObject({
      id: outcome?.id,
      targets: outcome?.targets,
      asOf: outcome?.asOf,
      figures: outcome?.figures,
    });
    expect(await sample.differences(surgery.bytes())).toEqual([]);
  });
});

describe('Rows of a marked-up file', () => {
  test('deleted, added and moved rows, tracked or not', async () => {
    sample = await exportedSample(newFolder());
    const rows = (await sample.read()).initiatives;
    const [, second, third, fourth, , sixth] = rows;
    const surgery = await sample.surgery();
    surgery.editRow(second?.id ?? '', (xml) =>
      xml.replace('<w:trPr>', `<w:trPr><w:del ${surgery.who(head)}/>`),
    );
    let moved = '';
    surgery.editRow(fourth?.id ?? '', (xml) => {
      moved = xml;
      return '';
    });
    surgery.editRow(sixth?.id ?? '', (xml) => xml + moved);
    surgery.editRow(third?.id ?? '', (xml) => {
      const texts = ['99', '新しい取組', '・始めます。', '・開始', '・始めました。', '・始まりました。'];
      const cells = texts.map(
        (text) => `<w:tc><w:tcPr/>${paragraphXml(surgery.inserted(runXml(text), deputy))}</w:tc>`,
      );
      return `${xml}<w:tr><w:trPr><w:ins ${surgery.who(deputy)}/></w:trPr>${cells.join('')}</w:tr>`;
    });
    const { suggestions } = await sample.take(surgery.bytes());
    expect(suggestions.map(({ kind, initiative, author }) => [kind, initiative, author])).toEqual([
      ['row-deleted', second?.id, head],
      ['row-added', null, deputy],
      ['row-moved', fourth?.id, null],
    ]);
    await sample.acceptAll();
    const now = (await sample.read()).initiatives;
    expect(now.map(({ title }) => title).slice(0, 6)).toEqual([
      rows[0]?.title,
      third?.title,
      '新しい取組',
      rows[4]?.title,
      sixth?.title,
      fourth?.title,
    ]);
    expect(now[2]).toMatchObject({
      plan: ['始めます。'],
      targets: [{ measure: '開始' }],
      results: ['始めました。'],
      outcomes: [{ statement: '始まりました。' }],
    });
  });

  test('rows without bookmarks are found by number and title, cells by labels', async () => {
    sample = await exportedSample(newFolder());
    const { id, direction } = await sample.row(5);
    const surgery = await sample.surgery();
    surgery.track(id, 'direction', {
      old: direction[0]?.slice(0, 2) ?? '',
      now: '来年度',
      author: head,
      behind: '・',
    });
    surgery.withoutBookmarks();
    const { suggestions, unplaced } = await sample.take(surgery.bytes());
    expect(unplaced).toEqual([]);
    expect(suggestions.map(({ row, field, author }) => [row, field, author])).toEqual([
      [5, 'direction', head],
    ]);
    await sample.acceptAll();
    expect(await sample.differences(surgery.bytes())).toEqual([]);
  });

  test('a row pasted over without its marks is the same row', async () => {
    sample = await exportedSample(newFolder());
    const { id, plan, title } = await sample.row(4);
    const surgery = await sample.surgery();
    surgery.edit(id, 'plan', () => paragraphXml(runXml('・貼り付けた文です。')));
    surgery.edit(id, 'title', (xml) => xml.replace(title, `${title}（改）`));
    surgery.withoutBookmarks(id);
    const { suggestions } = await sample.take(surgery.bytes());
    expect(
      suggestions.map(({ row, field, kind, before, after }) => [row, field, kind, before, after]),
    ).toEqual([
      [4, 'title', 'insertion', title, `${title}（改）`],
      [4, 'plan', 'edit', plan.map((text) => `・${text}`).join('\n'), '・貼り付けた文です。'],
    ]);
    await sample.acceptAll();
    expect(await sample.row(4)).toMatchObject({ id, plan: ['貼り付けた文です。'] });
  });

  test('numbers, labels, title, and lines beside the table are shown and not guessed at', async () => {
    sample = await exportedSample(newFolder());
    const { id } = await sample.row(2);
    const surgery = await sample.surgery();
    surgery.edit(id, 'number', (xml) => xml.replace('>2<', '>22<'));
    surgery.edit(id, 'targets', (xml) => xml.replace('[目標値]', '[数値目標]'));
    surgery.document = surgery.document
      .replace('達成状況報告<', '達成状況のまとめ<')
      .replace('<w:sectPr', `${paragraphXml(runXml('欄外の走り書き'))}<w:sectPr`);
    const { suggestions, unplaced } = await sample.take(surgery.bytes());
    expect(suggestions).toEqual([]);
    expect(unplaced.map(({ row, field, why }) => [row, field, why])).toEqual([
      [null, 'reportTitle', 'heading'],
      [null, null, 'outside-the-table'],
      [2, 'number', 'number'],
      [2, 'targets', 'label'],
    ]);
  });
});

describe('Comments of a marked-up file', () => {
  test('become threads with author, quote and answers, across runs and paragraphs', async () => {
    sample = await exportedSample(newFolder());
    const { id, plan, results } = await sample.row(1);
    const surgery = await sample.surgery();
    const reference = (comment: number) => `<w:r><w:commentReference w:id="${comment}"/></w:r>`;
    surgery.track(id, 'plan', { old: '', now: 'ここに', author: head, behind: '・' });
    surgery.edit(id, 'plan', (xml) =>
      xml
        .replace('<w:ins', '<w:commentRangeStart w:id="1"/><w:commentRangeStart w:id="2"/><w:ins')
        .replace(
          /<w:bookmarkEnd/,
          `<w:commentRangeEnd w:id="1"/>${reference(1)}<w:commentRangeEnd w:id="2"/>${reference(2)}<w:bookmarkEnd`,
        ),
    );
    surgery.edit(id, 'results', (xml) =>
      xml
        .replace('<w:r>', '<w:commentRangeStart w:id="3"/><w:r>')
        .replace(/<w:bookmarkEnd/, `<w:commentRangeEnd w:id="3"/>${reference(3)}<w:bookmarkEnd`),
    );
    surgery.withComments([
      { id: 1, author: head, text: '根拠は？' },
      { id: 2, author: '係長', text: '台帳です。', answers: 1 },
      { id: 3, author: deputy, text: '短くしてください。' },
    ]);
    const { suggestions } = await sample.take(surgery.bytes());
    expect(suggestions.filter(({ kind }) => kind === 'comment')).toMatchObject([
      {
        row: 1,
        field: 'plan',
        author: head,
        comment: '根拠は？\n係長：台帳です。',
        quote: `ここに${plan.join(' ')}`,
      },
      { row: 1, field: 'results', author: deputy, comment: '短くしてください。' },
    ]);
    const threads = must(await sample.application.call('comments.list', { report: sample.report }));
    expect(
      threads.map(({ field, comments }) => [field, comments.map(({ author, text }) => [author, text])]),
    ).toEqual([
      [
        'plan',
        [
          [head, '根拠は？'],
          ['係長', '台帳です。'],
        ],
      ],
      ['results', [[deputy, '短くしてください。']]],
    ]);
    expect(threads[1]?.quote).toContain(results[0]);

    // The same comments in another copy of the file are the same threads.
    surgery.document = surgery.document.replace('<w:sectPr', '<w:p/><w:sectPr');
    await sample.take(surgery.bytes());
    const again = must(await sample.application.call('comments.list', { report: sample.report }));
    expect(again).toHaveLength(2);
    expect(again[0]?.comments).toHaveLength(2);
  });

  test('hang on the words that were exported, of one field; on figures, labels and rows that go too', async () => {
    sample = await exportedSample(newFolder());
    const row = await sample.row(2);
    const { id, plan } = row;
    const surgery = await sample.surgery();
    const on = (comment: number, xml: string) =>
      `<w:commentRangeStart w:id="${comment}"/>${xml}<w:commentRangeEnd w:id="${comment}"/><w:r><w:commentReference w:id="${comment}"/></w:r>`;
    const run = /<w:r>(?:(?!<\/w:r>).)*<\/w:r>/gs;
    surgery.edit(id, 'plan', (xml) =>
      xml.replace(run, (text) => on(1, surgery.inserted(runXml('新しく'), head) + text)),
    );
    surgery.edit(id, 'targets', (xml) => {
      let count = 0;
      return xml.replace(run, (text) => {
        count += 1;
        return count === 1 ? `<w:commentRangeStart w:id="2"/>${text}` : text;
      });
    });
    // From the targets on over the next cell.
    surgery.edit(id, 'results', (xml) =>
      xml.replace('</w:p>', '<w:commentRangeEnd w:id="2"/><w:r><w:commentReference w:id="2"/></w:r></w:p>'),
    );
    surgery.edit(id, 'outcomes', (xml) => {
      const runs = [...xml.matchAll(run)];
      const last = runs.at(-1)?.[0] ?? '';
      return xml.replace(last, on(3, last));
    });
    surgery.editRow(id, (xml) => xml.replace('<w:trPr>', `<w:trPr><w:del ${surgery.who(head)}/>`));
    surgery.withComments(
      [1, 2, 3].map((comment) => ({ id: comment, author: head, text: `意見${comment}` })),
    );
    await sample.take(surgery.bytes());
    const threads = must(await sample.application.call('comments.list', { report: sample.report }));
    expect(threads.map(({ initiative, field }) => [initiative, field])).toEqual([
      [id, 'plan'],
      [id, 'targets'],
      [id, 'outcomes'],
    ]);
    expect(threads[0]?.quote).toBe(`・${plan[0] ?? ''}`);
    for (const { field, quote } of threads) {
      expect([
        quote,
        field !== null && quote !== null && quoteStands(row, field, quote, reportForm),
      ]).toEqual([quote, true]);
    }
  });

  test('that were settled in Word are settled here, in the first copy of a file or a later one', async () => {
    sample = await exportedSample(newFolder());
    const { id } = await sample.row(1);
    const surgery = await sample.surgery();
    surgery.edit(id, 'plan', (xml) =>
      xml.replace(
        /<w:bookmarkEnd/,
        '<w:r><w:commentReference w:id="1"/></w:r><w:r><w:commentReference w:id="2"/></w:r><w:bookmarkEnd',
      ),
    );
    surgery.withComments([
      { id: 1, author: head, text: '済んだこと' },
      { id: 2, author: head, text: 'まだのこと' },
    ]);
    const extended = surgery.parts.get('word/commentsExtended.xml') ?? '';
    const settled = async () =>
      must(await sample.application.call('comments.list', { report: sample.report })).map(
        ({ resolved }) => resolved,
      );
    surgery.parts.set('word/commentsExtended.xml', extended.replace('w15:done="0"', 'w15:done="1"'));
    const { suggestions } = await sample.take(surgery.bytes());
    expect([suggestions.map(({ state }) => state), await settled()]).toEqual([
      ['accepted', 'open'],
      [true, false],
    ]);
    surgery.parts.set('word/commentsExtended.xml', extended.replaceAll('w15:done="0"', 'w15:done="1"'));
    await sample.take(surgery.bytes());
    expect(await settled()).toEqual([true, true]);
  });
});

describe('Edits made since the export', () => {
  let steps = 0;
  const setPlan = async (after: string[]) => {
    steps += 1;
    const row = await sample.row(1);
    must(
      await sample.application.call('reports.edit', {
        report: sample.report,
        step: {
          id: `stepsince${steps}`,
          edits: [
            { kind: 'set-field', owner: 'row', initiative: row.id, field: 'plan', before: row.plan, after },
          ],
        },
      }),
    );
  };

  test('are told from marks of the file that were accepted, which raise no alarm', async () => {
    sample = await exportedSample(newFolder());
    const [one, two] = [await sample.row(1), await sample.row(2)];
    const surgery = await sample.surgery();
    surgery.track(one.id, 'results', { old: '', now: '追って、', author: head, behind: '・' });
    surgery.editRow(two.id, (xml) => xml.replace('<w:trPr>', `<w:trPr><w:del ${surgery.who(head)}/>`));
    const { suggestions } = await sample.take(surgery.bytes());
    expect(suggestions.map(({ kind }) => kind)).toEqual(['insertion', 'row-deleted']);
    const status = async () =>
      must(await sample.application.call('markups.list', { report: sample.report })).bringBacks.map(
        (file) => file.status,
      );
    const accept = async (at: number) =>
      must(await sample.application.call('markups.accept', { suggestions: [suggestions[at]?.id ?? ''] }));
    expect(await status()).toEqual(['current']);
    await accept(0);
    expect(await status()).toEqual(['current']);
    await accept(1);
    expect(await status()).toEqual(['current']);
    // Taken back, the report says again what was exported there.
    must(await sample.application.call('reports.undo', { report: sample.report }));
    expect(await status()).toEqual(['current']);
    await setPlan(['別に書き改めたことです。']);
    expect(await status()).toEqual(['changed-since']);
  });

  test('stay where they touch other bullets', async () => {
    sample = await exportedSample(newFolder());
    const { id, plan } = await sample.row(1);
    const [text = ''] = plan;
    const surgery = await sample.surgery();
    surgery.track(id, 'plan', { old: text.slice(0, 2), now: '朱', author: head, behind: '・' });
    await setPlan([...plan, '後から加えた一文。']);
    const { suggestions } = await sample.take(surgery.bytes());
    expect(suggestions).toMatchObject([{ standing: 'clean' }]);
    await sample.acceptAll();
    expect((await sample.row(1)).plan).toEqual([
      `朱${text.slice(2)}`,
      ...plan.slice(1),
      '後から加えた一文。',
    ]);
  });

  test('of the same bullet are a conflict with three texts, until a person decides', async () => {
    sample = await exportedSample(newFolder());
    const { id, plan } = await sample.row(1);
    const [text = ''] = plan;
    const surgery = await sample.surgery();
    surgery.track(id, 'plan', { old: text.slice(0, 2), now: '朱', author: head, behind: '・' });
    await setPlan([`こちらの直し${text.slice(2)}`, ...plan.slice(1)]);
    const { suggestions } = await sample.take(surgery.bytes());
    const [suggestion] = suggestions;
    expect(suggestion).toMatchObject({
      standing: 'conflict',
      before: `・${text}`,
      ours: `・こちらの直し${text.slice(2)}`,
      after: `・朱${text.slice(2)}`,
    });
    const ids = [suggestion?.id ?? ''];
    const { call } = sample.application;
    expect(must(await call('markups.accept', { suggestions: ids }))).toEqual({
      accepted: [],
      conflicts: ids,
    });
    must(await call('markups.settle', { suggestion: ids[0] ?? '', text: '・話し合った文。' }));
    expect((await sample.row(1)).plan).toEqual(['話し合った文。']);
    // Settled, the place is decided: it is no change since the export any more, until somebody writes there again.
    const status = async () =>
      must(await call('markups.list', { report: sample.report })).bringBacks[0]?.status;
    expect(await status()).toBe('current');
    const settled = must(await call('reports.read', { report: sample.report }));
    expect(settled.history.undo?.cause).toEqual({ kind: 'settle-markup' });
    must(await call('reports.undo', { report: sample.report }));
    expect(await status()).toBe('changed-since');
    must(await call('reports.redo', { report: sample.report }));
    expect(await status()).toBe('current');
    await setPlan(['そのあとの直し。']);
    expect(await status()).toBe('changed-since');
    must(await call('reports.undo', { report: sample.report }));
    expect(await status()).toBe('current');
    must(await call('markups.reopen', { suggestions: ids }));
    must(await call('markups.accept', { suggestions: ids, overwrite: true }));
    expect((await sample.row(1)).plan).toEqual([`朱${text.slice(2)}`]);
  });

  test('that say the same are no conflict, and a rejected suggestion changes nothing', async () => {
    sample = await exportedSample(newFolder());
    const { id, plan } = await sample.row(1);
    const [text = ''] = plan;
    const surgery = await sample.surgery();
    surgery.track(id, 'plan', { old: text.slice(0, 2), now: '朱', author: head, behind: '・' });
    await setPlan([`朱${text.slice(2)}`, ...plan.slice(1)]);
    const { suggestions } = await sample.take(surgery.bytes());
    expect(suggestions).toMatchObject([{ standing: 'same' }]);
    must(
      await sample.application.call('markups.reject', {
        suggestions: suggestions.map(({ id: suggestion }) => suggestion),
      }),
    );
    const listed = must(await sample.application.call('markups.list', { report: sample.report }));
    expect(listed.suggestions).toMatchObject([{ state: 'rejected' }]);
  });
});

describe('Files that are refused by name', () => {
  const refusal = async (change: (xml: string) => string): Promise<string> => {
    const surgery = await sample.surgery();
    const name = 'docProps/custom.xml';
    surgery.parts.set(name, change(surgery.parts.get(name) ?? ''));
    return sample.take(surgery.bytes()).then(
      () => '',
      (error: unknown) => /"code":"([^"]+)"/.exec(String(error))?.[1] ?? String(error),
    );
  };

  test('other reports, newer programs, forms and revisions, unknown content, not a report', async () => {
    sample = await exportedSample(newFolder());
    const { report } = sample;
    const value = (from: RegExp | string, to: string) => (xml: string) => xml.replace(from, to);
    expect(await refusal(value(report, 'otherreport12345'))).toBe('word-of-unknown-report');
    expect(await refusal(value(/(SengenFormat"><vt:lpwstr>)1/, '$12'))).toBe('word-from-the-future');
    expect(await refusal(value(/(SengenForm"><vt:lpwstr>)report/, '$1summary'))).toBe('word-form-unknown');
    expect(await refusal(value(/(SengenRevision"><vt:lpwstr>)1/, '$17'))).toBe('word-revision-unknown');
    const surgery = await sample.surgery();
    const carried = 'customXml/item1.xml';
    surgery.parts.set(carried, surgery.parts.get(carried)!.replace(report, 'otherreport12345'));
    const properties = 'docProps/custom.xml';
    const other = surgery.parts.get(properties)!.replace(/[0-9a-f]{64}/, 'a'.repeat(64));
    surgery.parts.set(properties, other);
    await expect(sample.take(surgery.bytes())).rejects.toThrow('word-content-unknown');
    surgery.parts.set(
      'docProps/custom.xml',
      '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
    );
    const stripped = surgery.withoutBookmarks().bytes();
    await expect(sample.take(stripped)).rejects.toThrow('word-not-ours');
    await expect(sample.take(new TextEncoder().encode('ただの文'))).rejects.toThrow('word-refused');
  });

  test('a file whose properties were dropped is known by its bookmarks', async () => {
    sample = await exportedSample(newFolder());
    const { id, plan } = await sample.row(1);
    const surgery = await sample.surgery();
    surgery.parts.set(
      'docProps/custom.xml',
      '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
    );
    surgery.track(id, 'plan', { old: plan[0]?.slice(0, 2) ?? '', now: '朱', author: head, behind: '・' });
    const { suggestions } = await sample.take(surgery.bytes());
    expect(suggestions).toHaveLength(1);
  });

  test('suggestions that are not there', async () => {
    sample = await exportedSample(newFolder());
    const failure = mustFail(
      await sample.application.call('markups.accept', { suggestions: ['nosuchsuggestion'] }),
    );
    expect(failure.code).toBe('suggestion-missing');
  });
});
