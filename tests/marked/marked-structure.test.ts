import { afterEach, describe, expect, test } from 'vitest';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { exportedSample, type ExportedSample } from './exported-sample.ts';
import { paragraphXml, runXml, type WordSurgery } from './word-surgery.ts';

const newFolder = temporaryFolders();
let sample: ExportedSample;

afterEach(() => sample.application.close());

const head = '部長 相沢';
const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** What the file brings, each on one line. */
async function brought(surgery: WordSurgery) {
  const { suggestions, unplaced } = await sample.take(surgery.bytes());
  return {
    suggestions: suggestions.map(({ kind, row, field, author }) => [kind, row, field, author]),
    unplaced: unplaced.map(({ field, text, why }) => [field, text, why]),
  };
}

describe('Cells of a marked-up file', () => {
  test('that were taken out as tracked cells empty their field, and name who did it', async () => {
    sample = await exportedSample(newFolder());
    const { id } = await sample.row(1);
    const surgery = await sample.surgery();
    surgery.editRow(id, (xml) => {
      let cells = 0;
      return xml.replaceAll('<w:tcPr>', (found) => {
        cells += 1;
        return cells === 3 ? `${found}<w:cellDel ${surgery.who(head)}/>` : found;
      });
    });
    expect(await brought(surgery)).toEqual({ suggestions: [['deletion', 1, 'plan', head]], unplaced: [] });
    await sample.acceptAll();
    expect((await sample.row(1)).plan).toEqual([]);
  });

  test('that stand in another order are known by their marks', async () => {
    sample = await exportedSample(newFolder());
    const { id } = await sample.row(1);
    const surgery = await sample.surgery();
    surgery.editRow(id, (xml) => {
      const cells = xml.match(/<w:tc>.*?<\/w:tc>/gs) ?? [];
      const [plan = '', targets = ''] = cells.slice(2, 4);
      return xml.replace(plan + targets, targets + plan);
    });
    expect(await brought(surgery)).toEqual({ suggestions: [], unplaced: [] });
  });

  test('in which Word made a list of the bullets say the same', async () => {
    sample = await exportedSample(newFolder());
    const { id } = await sample.row(1);
    const surgery = await sample.surgery();
    surgery.withPart(
      'numbering',
      `<w:numbering xmlns:w="${w}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="●"/></w:lvl></w:abstractNum><w:num w:numId="9"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    );
    surgery.edit(id, 'plan', (xml) =>
      xml
        .replaceAll('・', '')
        .replaceAll('<w:pPr>', '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="9"/></w:numPr>'),
    );
    expect(await brought(surgery)).toEqual({ suggestions: [], unplaced: [] });
  });
});

describe('Copied rows of a marked-up file', () => {
  test('are new, whether the copy stands above or below its original', async () => {
    for (const place of ['above', 'below'] as const) {
      sample = await exportedSample(newFolder());
      const { id, title } = await sample.row(2);
      const surgery = await sample.surgery();
      surgery.editRow(id, (xml) => {
        const copy = xml.replace(title, '写して書いた事業');
        return place === 'above' ? copy + xml : xml + copy;
      });
      expect(await brought(surgery)).toEqual({
        suggestions: [['row-added', null, null, null]],
        unplaced: [],
      });
      await sample.acceptAll();
      const titles = (await sample.read()).initiatives.map((row) => row.title);
      expect(titles.slice(0, 4)).toContain('写して書いた事業');
      expect((await sample.read()).initiatives.find((row) => row.id === id)?.title).toBe(title);
      if (place === 'above') await sample.application.close();
    }
  });
});

describe('What a marked-up file says beside its rows is listed', () => {
  test('changed column headings, tracked or not, once for all pages', async () => {
    sample = await exportedSample(newFolder());
    const surgery = await sample.surgery();
    const heading = '<w:t xml:space="preserve">達成目標</w:t>';
    surgery.document = surgery.document.replaceAll(heading, heading.replace('達成目標', '数値目標'));
    const { suggestions, unplaced } = await brought(surgery);
    expect(suggestions).toEqual([]);
    expect(unplaced).toMatchObject([['columns', expect.stringContaining('数値目標') as string, 'label']]);
  });

  test('remarks in headers and footnotes', async () => {
    sample = await exportedSample(newFolder());
    const { id } = await sample.row(1);
    const surgery = await sample.surgery();
    surgery.withPart('header', `<w:hdr xmlns:w="${w}">${paragraphXml(runXml('至急'))}</w:hdr>`);
    surgery.withPart(
      'footnotes',
      `<w:footnotes xmlns:w="${w}"><w:footnote w:id="2">${paragraphXml(runXml('根拠を添えること'))}</w:footnote></w:footnotes>`,
    );
    surgery.edit(id, 'plan', (xml) =>
      xml.replace('</w:p>', '<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'),
    );
    expect(await brought(surgery)).toEqual({
      suggestions: [],
      unplaced: [
        [null, '至急', 'outside-the-table'],
        [null, '根拠を添えること', 'outside-the-table'],
      ],
    });
  });
});
