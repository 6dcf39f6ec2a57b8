import { afterEach, describe, expect, test } from 'vitest';
import { must } from '../support/must.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { exportedSample, type ExportedSample } from './exported-sample.ts';
import { paragraphXml, runXml, type WordSurgery } from './word-surgery.ts';

const newFolder = temporaryFolders();
let sample: ExportedSample;

afterEach(() => sample.application.close());

const head = '部長 相沢';

/** What the file brings, each on one line. */
async function brought(surgery: WordSurgery) {
  const { suggestions, unplaced } = await sample.take(surgery.bytes());
  return {
    suggestions: suggestions.map(({ kind, row, field, author }) => [kind, row, field, author]),
    unplaced: unplaced.map(({ field, text, why }) => [field, text, why]),
  };
}

/** Runs of a text of which a piece looks otherwise. */
function looking(text: string, piece: string, properties: string): string {
  const [before = '', after = ''] = text.split(piece);
  return runXml(before) + lookingRun(piece, properties) + runXml(after);
}

function lookingRun(text: string, properties: string): string {
  return runXml(text).replace('<w:r>', `<w:r><w:rPr>${properties}</w:rPr>`);
}

/** Row 1's first paragraph of a field, with other runs. */
async function withRuns(runs: (text: string, surgery: WordSurgery) => string): Promise<WordSurgery> {
  sample = await exportedSample(newFolder());
  const { id, plan } = await sample.row(1);
  const text = `・${plan[0] ?? ''}`;
  const surgery = await sample.surgery();
  return surgery.edit(id, 'plan', (xml) => xml.replace(/<w:r>.*?<\/w:r>/s, () => runs(text, surgery)));
}

describe('Marks that were made by the look of the text', () => {
  test('struck through is taken out; with a new value beside it that is one change', async () => {
    const surgery = await withRuns(
      (text) =>
        looking(text, text.slice(1, 4), '<w:strike/>') + lookingRun('朱書き', '<w:color w:val="FF0000"/>'),
    );
    const { plan } = await sample.row(1);
    expect(await brought(surgery)).toEqual({ suggestions: [['edit', 1, 'plan', null]], unplaced: [] });
    await sample.acceptAll();
    expect((await sample.row(1)).plan).toEqual([`${plan[0]?.slice(3) ?? ''}朱書き`, ...plan.slice(1)]);
  });

  test('a paragraph struck through as a whole is gone, doubly struck and by a style too', async () => {
    for (const properties of ['<w:dstrike/>', '<w:rStyle w:val="Kesu"/>']) {
      const surgery = await withRuns((text) => lookingRun(text, properties));
      const { plan } = await sample.row(1);
      const styles = surgery.parts.get('word/styles.xml') ?? '';
      surgery.parts.set(
        'word/styles.xml',
        styles.replace(
          '</w:styles>',
          '<w:style w:type="character" w:styleId="Kesu"><w:name w:val="Kesu"/><w:rPr><w:strike/></w:rPr></w:style></w:styles>',
        ),
      );
      expect(await brought(surgery)).toEqual({
        suggestions: [['deletion', 1, 'plan', null]],
        unplaced: [],
      });
      await sample.acceptAll();
      expect((await sample.row(1)).plan).toEqual(plan.slice(1));
      if (properties.includes('dstrike')) await sample.application.close();
    }
  });

  test('where Word tracked who struck it, it is theirs, with what they put in beside it', async () => {
    const surgery = await withRuns((text, it) => {
      const changed = `<w:strike/><w:rPrChange ${it.who(head)}><w:rPr/></w:rPrChange>`;
      return looking(text, text.slice(1, 4), changed) + it.inserted(runXml('新しい語'), head);
    });
    expect(await brought(surgery)).toEqual({ suggestions: [['edit', 1, 'plan', head]], unplaced: [] });
  });

  test('what nobody sees is neither put in nor taken out, and told', async () => {
    const unseen = ['<w:vanish/>', '<w:color w:val="FFFFFF"/>', '<w:sz w:val="2"/>'];
    for (const properties of unseen) {
      const surgery = await withRuns(
        (text, it) =>
          looking(text, text.slice(0, 5), properties) +
          it.inserted(lookingRun('内輪の覚え', properties), head) +
          lookingRun('そっと足した語', properties),
      );
      const { plan } = await sample.row(1);
      expect([properties, await brought(surgery)]).toEqual([
        properties,
        {
          suggestions: [],
          unplaced: [
            ['plan', `・${plan[0]?.slice(0, 4) ?? ''}`, 'hidden'],
            ['plan', '内輪の覚え', 'hidden'],
            ['plan', 'そっと足した語', 'hidden'],
          ],
        },
      ]);
      if (properties !== unseen.at(-1)) await sample.application.close();
    }
  });

  test('a row that was made invisible stays, and is told', async () => {
    sample = await exportedSample(newFolder());
    const { id, title } = await sample.row(2);
    const surgery = await sample.surgery();
    surgery.editRow(id, (xml) => xml.replace('<w:trPr>', '<w:trPr><w:hidden/>'));
    expect(await brought(surgery)).toEqual({ suggestions: [], unplaced: [['row', title, 'hidden']] });
  });

  test('put in and struck through again is told: it may mean either', async () => {
    const surgery = await withRuns(
      (text, it) => runXml(text) + it.inserted(lookingRun('迷った語', '<w:strike/>'), head),
    );
    expect(await brought(surgery)).toEqual({ suggestions: [], unplaced: [['plan', '迷った語', 'struck']] });
  });
});

describe('More marks by hand', () => {
  test('a value struck without tracking beside one that was tracked in is one change of its author', async () => {
    const surgery = await withRuns((text, it) => {
      const [old, rest] = [text.slice(1, 5), text.slice(5)];
      return (
        runXml('・') + lookingRun(old, '<w:strike/>') + it.inserted(runXml('新しい語'), head) + runXml(rest)
      );
    });
    const { plan } = await sample.row(1);
    expect(await brought(surgery)).toEqual({ suggestions: [['edit', 1, 'plan', head]], unplaced: [] });
    await sample.acceptAll();
    expect((await sample.row(1)).plan[0]).toBe(`新しい語${plan[0]?.slice(4) ?? ''}`);
  });

  test('several pieces struck through are a deletion; numbers put before items are an edit', async () => {
    let surgery = await withRuns((text) => {
      const struck = (from: number) => lookingRun(text.slice(from, from + 2), '<w:strike/>');
      return (
        runXml(text.slice(0, 2)) + struck(2) + runXml(text.slice(4, 6)) + struck(6) + runXml(text.slice(8))
      );
    });
    expect(await brought(surgery)).toEqual({ suggestions: [['deletion', 1, 'plan', null]], unplaced: [] });
    await sample.application.close();
    surgery = await withRuns((text) => runXml(`1. ${text.slice(1)}`));
    expect((await brought(surgery)).suggestions).toEqual([['insertion', 1, 'plan', null]]);
  });

  test('a row struck through as a whole was taken out', async () => {
    sample = await exportedSample(newFolder());
    const { id } = await sample.row(2);
    const surgery = await sample.surgery();
    surgery.editRow(id, (xml) =>
      xml.replaceAll('<w:r>', '<w:r><w:rPr><w:strike/></w:rPr>').replaceAll('</w:rPr><w:rPr>', ''),
    );
    expect(await brought(surgery)).toEqual({ suggestions: [['row-deleted', 2, null, null]], unplaced: [] });
  });

  test('drawings, and remarks in a box over a cell, are told', async () => {
    const box = `<w:r><w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml"><w:txbxContent>${paragraphXml(runXml('吹き出しの注'))}</w:txbxContent></v:textbox></w:pict></w:r>`;
    const surgery = await withRuns((text) => runXml(text) + box);
    expect(await brought(surgery)).toEqual({
      suggestions: [],
      unplaced: [
        [null, '吹き出しの注', 'outside-the-table'],
        [null, '〔図・図形など 1個〕', 'drawing'],
      ],
    });
  });

  test('a bullet of a symbol font with a tab, or with spaces behind it, says nothing', async () => {
    const symbol = '<w:r><w:sym w:font="Symbol" w:char="F0B7"/><w:tab/></w:r>';
    for (const bullet of [symbol, runXml('・　'), runXml('●\u3000')]) {
      const surgery = await withRuns((text) => bullet + runXml(text.slice(1)));
      expect(await brought(surgery)).toEqual({ suggestions: [], unplaced: [] });
      if (!bullet.includes('●')) await sample.application.close();
    }
  });
});

describe('Changes that leave a field as it is', () => {
  test('other bullets, and none, say nothing: the form prints them', async () => {
    sample = await exportedSample(newFolder());
    const surgery = await sample.surgery();
    let count = 0;
    const signs = ['●', '■', '◆ ', ''];
    surgery.document = surgery.document.replaceAll('>・', () => {
      count += 1;
      return `>${signs[count % signs.length] ?? ''}`;
    });
    expect(await brought(surgery)).toEqual({ suggestions: [], unplaced: [] });
  });

  test('a bullet that was tracked away, and another put in, say nothing', async () => {
    const surgery = await withRuns(
      (text, it) => it.deleted(runXml('・'), head) + it.inserted(runXml('■'), head) + runXml(text.slice(1)),
    );
    expect(await brought(surgery)).toEqual({ suggestions: [], unplaced: [] });
  });

  test('a line broken by hand is told with its paragraph, tracked or not', async () => {
    const line = '<w:r><w:br/></w:r>';
    for (const tracked of [true, false]) {
      const surgery = await withRuns((text, it) => {
        const broken = tracked ? it.inserted(line, head) : line;
        return runXml(text.slice(0, 6)) + broken + runXml(text.slice(6));
      });
      const { plan } = await sample.row(1);
      const said = `・${plan[0] ?? ''}`;
      expect(await brought(surgery)).toEqual({
        suggestions: [],
        unplaced: [['plan', `${said.slice(0, 6)}\n${said.slice(6)}`, 'line-break']],
      });
      if (tracked) await sample.application.close();
    }
  });

  test('a label that was deleted is told by its words', async () => {
    sample = await exportedSample(newFolder());
    const { id } = await sample.row(1);
    const surgery = await sample.surgery();
    surgery.edit(id, 'targets', (xml) =>
      xml.replace(/<w:r>.*?<\/w:r>/s, (run) => surgery.deleted(run, head)),
    );
    expect(await brought(surgery)).toEqual({
      suggestions: [],
      unplaced: [['targets', '[目標値]', 'label']],
    });
  });
});

describe('Rows that are no row of the report', () => {
  const note = (tracked: string, span: number, text: string): string =>
    `<w:tr><w:trPr>${tracked}</w:trPr><w:tc><w:tcPr><w:gridSpan w:val="${span}"/></w:tcPr>${paragraphXml(runXml(text))}</w:tc></w:tr>`;

  test('a remark across the table is told, wherever it stands and whether it is tracked', async () => {
    sample = await exportedSample(newFolder());
    const { id } = await sample.row(1);
    const surgery = await sample.surgery();
    surgery.editRow(
      id,
      (xml) =>
        note('', 6, '※ 上段の注') +
        xml +
        note(`<w:ins ${surgery.who(head)}/>`, 6, '※ 下段の注') +
        note('', 1, '※ 番号の欄の注'),
    );
    expect(await brought(surgery)).toEqual({
      suggestions: [],
      unplaced: [
        [null, '※ 上段の注', 'outside-the-table'],
        [null, '※ 下段の注', 'outside-the-table'],
        [null, '※ 番号の欄の注', 'outside-the-table'],
      ],
    });
  });
});

describe('Bullets that were moved or put in', () => {
  /** As Word writes it: the mark of the end, then the name of the move, then the text. */
  test('are never run into the next, where the end is marked before the move is named', async () => {
    sample = await exportedSample(newFolder());
    const { id, plan, direction } = await sample.row(1);
    const surgery = await sample.surgery();
    const last = `・${plan.at(-1) ?? ''}`;
    surgery.edit(id, 'plan', (xml) => {
      const at = xml.lastIndexOf('<w:p>');
      const paragraph = xml
        .slice(at)
        .replace('</w:pPr>', `<w:rPr><w:moveFrom ${surgery.who(head)}/></w:rPr></w:pPr>`)
        .replace(
          /<w:r>.*<\/w:r>/s,
          (runs) =>
            `<w:moveFromRangeStart w:id="71" w:author="${head}" w:name="move7"/><w:moveFrom ${surgery.who(head)}>${runs}</w:moveFrom>`,
        );
      return `${xml.slice(0, at) + paragraph}<w:moveFromRangeEnd w:id="71"/>`;
    });
    surgery.edit(id, 'direction', (xml) => {
      const at = xml.indexOf('</w:p>') + '</w:p>'.length;
      const moved = paragraphXml(
        `<w:moveToRangeStart w:id="72" w:author="${head}" w:name="move7"/><w:moveTo ${surgery.who(head)}>${runXml(last)}</w:moveTo>`,
        `<w:moveTo ${surgery.who(head)}/>`,
      );
      return `${xml.slice(0, at) + moved}<w:moveToRangeEnd w:id="72"/>${xml.slice(at)}`;
    });
    const { suggestions } = await sample.take(surgery.bytes());
    expect(suggestions.map(({ kind, row, field, author }) => [kind, row, field, author])).toEqual([
      ['deletion', 1, 'plan', head],
      ['insertion', 1, 'direction', head],
    ]);
    // Both ends are one: with either of them the text is moved, and not there twice or gone.
    const [gone, come] = suggestions;
    expect([gone?.movedWith, come?.movedWith]).toEqual([come?.id, gone?.id]);
    const { application, report } = sample;
    const states = async () =>
      must(await application.call('markups.list', { report })).suggestions.map(({ state }) => state);
    await application.call('markups.reject', { suggestions: [come?.id ?? ''] });
    expect(await states()).toEqual(['rejected', 'rejected']);
    await application.call('markups.reopen', { suggestions: [gone?.id ?? ''] });
    expect(await states()).toEqual(['open', 'open']);
    must(await application.call('markups.accept', { suggestions: [come?.id ?? ''] }));
    expect(await states()).toEqual(['accepted', 'accepted']);
    expect(await sample.row(1)).toMatchObject({
      plan: plan.slice(0, -1),
      direction: [last.slice(1), ...direction],
    });
  });

  test('whose end another person put in stand by themselves when only their words are taken', async () => {
    sample = await exportedSample(newFolder());
    const { id, plan } = await sample.row(1);
    const surgery = await sample.surgery();
    surgery.edit(
      id,
      'plan',
      (xml) =>
        paragraphXml(
          surgery.inserted(runXml('・先に行うことです。'), head),
          `<w:ins ${surgery.who('次長 森')}/>`,
        ) + xml,
    );
    const { suggestions } = await sample.take(surgery.bytes());
    const own = suggestions.filter(({ author }) => author === head).map((each) => each.id);
    await sample.application.call('markups.accept', { suggestions: own });
    expect((await sample.row(1)).plan).toEqual(['先に行うことです。', ...plan]);
  });
});
