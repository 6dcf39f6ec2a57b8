import { afterEach, describe, expect, test } from 'vitest';
import { must } from '../support/must.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { readWordDocument } from '../../main/word/reading/read-word-document.ts';
import { exportedSample, type ExportedSample } from './exported-sample.ts';
import { acceptAll, stepsInLibreOffice } from './libre-office.ts';

const newFolder = temporaryFolders();
let sample: ExportedSample;

afterEach(() => sample.application.close());

/** Basic that works on a cell of the first table with tracking on. */
const inCell = (cell: string, work: string): string => `
  cell = doc.TextTables.getByIndex(0).getCellByName("${cell}")
  cursor = cell.createTextCursor()
  cursor.gotoStart(False)
  ${work}`;

const marking = `
  note = doc.createInstance("com.sun.star.text.textfield.Annotation")
  note.Content = "数字の根拠を確認してください。"
  note.Author = "部長 相沢"
  ${inCell('D2', 'cursor.gotoEndOfParagraph(True)\n  cell.insertTextContent(cursor, note, True)')}
  doc.RecordChanges = True
  ${inCell('C2', 'cursor.gotoEndOfParagraph(False)\n  cell.insertString(cursor, "追記しました。", False)')}
  ${inCell('E2', 'cursor.gotoNextParagraph(True)\n  cursor.setString("")')}
  ${inCell('B4', 'cursor.goRight(2, True)\n  cell.insertString(cursor, "見直し", True)')}
  ${inCell('F4', 'cursor.gotoEnd(False)\n  cell.insertControlCharacter(cursor, 0, False)\n  cell.insertString(cursor, "・加えた実績です。", False)')}
`;

describe('A file that LibreOffice marked up', () => {
  test('each change lands on its row and field; accepting all says what LibreOffice says after accepting all', async () => {
    sample = await exportedSample(newFolder());
    const [unmarked, marked, accepted] = await stepsInLibreOffice(sample.bytes, '', marking, acceptAll);
    // Saved again it brings nothing: what comes is what was marked.
    const nothing = await sample.take(unmarked!);
    expect([nothing.suggestions, nothing.unplaced]).toEqual([[], []]);
    const { suggestions, unplaced } = await sample.take(marked!);
    expect(unplaced).toEqual([]);
    expect(
      suggestions
        .filter(({ kind }) => kind !== 'comment')
        .map(({ row, field, standing }) => [row, field, standing]),
    ).toEqual([
      [1, 'plan', 'clean'],
      [1, 'results', 'clean'],
      [3, 'title', 'clean'],
      [3, 'outcomes', 'clean'],
    ]);
    expect(suggestions.every(({ author }) => author !== null)).toBe(true);
    expect(suggestions.filter(({ kind }) => kind === 'comment')).toMatchObject([
      { row: 1, field: 'targets', author: '部長 相沢', comment: '数字の根拠を確認してください。' },
    ]);
    await sample.acceptAll();
    expect(must(await readWordDocument(accepted!)).hasTrackedChanges).toBe(false);
    expect(await sample.differences(accepted!)).toEqual([]);
    const { plan } = await sample.row(1);
    expect(plan[0]).toMatch(/追記しました。$/);
  });

  test('a Word file saved again by LibreOffice brings the same suggestions', async () => {
    sample = await exportedSample(newFolder());
    const { id, plan, results } = await sample.row(1);
    const two = await sample.row(2);
    const surgery = await sample.surgery();
    surgery
      .track(id, 'plan', { old: plan[0]?.slice(0, 3) ?? '', now: '朱書き', author: '部長', behind: '・' })
      .track(id, 'results', {
        old: '',
        now: 'とても',
        author: '次長',
        behind: `・${results[0]?.slice(0, 4) ?? ''}`,
      })
      .track(two.id, 'outcomes', {
        old: two.outcomes[0]?.statement.slice(0, 2) ?? '',
        now: '',
        author: '部長',
        behind: '・',
      });
    const reference = '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>';
    surgery.edit(two.id, 'title', (xml) =>
      xml
        .replace('<w:r>', '<w:commentRangeStart w:id="1"/><w:r>')
        .replace('<w:bookmarkEnd', `${reference}<w:bookmarkEnd`),
    );
    surgery.withComments([{ id: 1, author: '部長', text: '題名を短く。' }]);
    const [again, accepted] = await stepsInLibreOffice(surgery.bytes(), '', acceptAll);
    const { suggestions, unplaced } = await sample.take(again!);
    expect(unplaced).toEqual([]);
    expect(suggestions.map(({ row, field, kind, author }) => [row, field, kind, author])).toEqual([
      [1, 'plan', 'edit', '部長'],
      [1, 'results', 'insertion', '次長'],
      [2, 'outcomes', 'deletion', '部長'],
      [2, 'title', 'comment', '部長'],
    ]);
    await sample.acceptAll();
    expect(await sample.differences(surgery.bytes())).toEqual([]);
    expect(await sample.differences(accepted!)).toEqual([]);
  });
});
