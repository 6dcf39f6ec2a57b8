import { describe, expect, test } from 'vitest';
import { labelLine, moveLines, paragraphsOf, says, toPlainText } from '../../renderer/writing/bullets.ts';
import { caretMap } from '../../renderer/writing/keep-caret.ts';
import { lineToPaste, linesToPaste } from '../../renderer/writing/pasted-text.ts';

describe('the bullets that a text says', () => {
  test('are its lines', () => {
    expect(paragraphsOf('枝を切ります。\n苗木を植えます。')).toEqual([
      '枝を切ります。',
      '苗木を植えます。',
    ]);
  });

  test('are none where nothing is written', () => {
    for (const text of ['', '\n', ' \n　\n']) expect(paragraphsOf(text)).toEqual([]);
  });

  test('go without empty lines at the end, and keep one in the middle and the spaces of a line', () => {
    expect(paragraphsOf('枝を切ります。 \n\n　苗木\n\n \n')).toEqual(['枝を切ります。 ', '', '　苗木']);
  });

  test('are the same whatever empty lines stand at the end', () => {
    expect(says('枝\n\n', '枝')).toBe(true);
    expect(says('枝\n\n幹', '枝\n幹')).toBe(false);
  });

  test('hold no control character', () => {
    expect(toPlainText('枝\u0007切\n苗\t木')).toBe('枝 切\n苗 木');
  });

  test('hold no mark of their own at their start', () => {
    expect(toPlainText('・枝を切る\n･　苗木・水')).toBe('枝を切る\n苗木・水');
  });
});

describe('a label at the head of a line', () => {
  const text = '枝を切る\n【新規】苗木\n\n水をやる';

  test('is put where the caret is, and waits for its words', () => {
    for (const caret of [13, 17]) {
      expect(labelLine({ text, start: caret, end: caret })).toEqual({
        text: '枝を切る\n【新規】苗木\n\n【】水をやる',
        start: 14,
        end: 14,
      });
    }
    expect(labelLine({ text: '', start: 0, end: 0 })).toEqual({ text: '【】', start: 1, end: 1 });
    expect(labelLine({ text, start: 12, end: 12 }).text).toBe('枝を切る\n【新規】苗木\n【】\n水をやる');
  });

  test('that is there already has its words selected, and is not put twice', () => {
    for (const caret of [5, 9, 11]) {
      expect(labelLine({ text, start: caret, end: caret })).toEqual({ text, start: 6, end: 8 });
    }
  });
});

describe('moving lines', () => {
  const text = '枝を切る\n苗木\n水をやる';

  test('takes the line of the caret, and the caret along', () => {
    expect(moveLines({ text, start: 6, end: 6 }, -1)).toEqual({
      text: '苗木\n枝を切る\n水をやる',
      start: 1,
      end: 1,
    });
    expect(moveLines({ text, start: 6, end: 6 }, 1)).toEqual({
      text: '枝を切る\n水をやる\n苗木',
      start: 11,
      end: 11,
    });
  });

  test('takes all lines that the selection touches', () => {
    expect(moveLines({ text, start: 2, end: 6 }, 1)).toEqual({
      text: '水をやる\n枝を切る\n苗木',
      start: 7,
      end: 11,
    });
  });

  test('leaves a line alone that the selection only reaches', () => {
    expect(moveLines({ text, start: 0, end: 5 }, 1)?.text).toBe('苗木\n枝を切る\n水をやる');
  });

  test('stops at either end', () => {
    expect(moveLines({ text, start: 0, end: 0 }, -1)).toBeNull();
    expect(moveLines({ text, start: text.length, end: text.length }, 1)).toBeNull();
  });

  test('there and back is as before', () => {
    for (let start = 0; start <= text.length; start += 1) {
      for (let end = start; end <= text.length; end += 1) {
        const down = moveLines({ text, start, end }, 1);
        // A selection that ends before an empty place at the very end has nowhere to be put back from.
        if (down !== null && down.end < text.length)
          expect(moveLines(down, -1)).toEqual({ text, start, end });
      }
    }
  });
});

describe('pasted lines', () => {
  test('become bullets without typed marks, empty lines and spaces around', () => {
    expect(linesToPaste('・枝を切ります。\r\n\r\n　・ 苗木を植えます。\n● 水をやります。  ')).toEqual([
      '枝を切ります。',
      '苗木を植えます。',
      '水をやります。',
    ]);
  });

  test.each([
    ['1. 枝\n2. 幹', ['枝', '幹']],
    ['(1) 枝\n(2) 幹', ['枝', '幹']],
    ['①枝\n②幹\n葉', ['枝', '幹', '葉']],
    ['- 枝\n* 幹\n○葉', ['枝', '幹', '葉']],
  ])('lose the marks that most of them have: %j', (pasted, lines) => {
    expect(linesToPaste(pasted)).toEqual(lines);
  });

  test('keep a mark that only one of them has, and a number that is none', () => {
    expect(linesToPaste('植樹の内容\n①桜\n梅の木\n松')).toEqual(['植樹の内容', '①桜', '梅の木', '松']);
    expect(linesToPaste('10,000件\n5.5％')).toEqual(['10,000件', '5.5％']);
  });

  test('keep brackets that mean a label or a day', () => {
    expect(linesToPaste('[実績値]\n・植えた桜 40本\n【令和8年3月31日時点】')).toEqual([
      '[実績値]',
      '植えた桜 40本',
      '【令和8年3月31日時点】',
    ]);
  });

  test('of one plain line, or of nothing, are the browser’s', () => {
    expect(linesToPaste('枝を切ります。')).toBeNull();
    expect(linesToPaste('\n\n')).toBeNull();
  });

  test('come out of the quotation marks of a cell of Excel', () => {
    expect(linesToPaste('"枝を切る\n「""桜""」を植える"\r\n')).toEqual(['枝を切る', '「"桜"」を植える']);
    expect(linesToPaste('"桜"')).toBeNull();
  });
});

describe('a text pasted into one line', () => {
  test('has a space where its lines broke', () => {
    expect(lineToPaste('市民\r\n協働課\n')).toBe('市民 協働課');
  });

  test('without line breaks is the browser’s', () => {
    expect(lineToPaste('市民協働課')).toBeNull();
  });
});

describe('the caret in a text that changed elsewhere', () => {
  test('stays before the change, goes along behind it, and stands at its end inside it', () => {
    const map = caretMap('枝を切ります', '枝をすべて切ります');
    expect([0, 2, 3, 6].map(map)).toEqual([0, 2, 6, 9]);
    expect(caretMap('枝を切る', '枝を植える')(3)).toBe(4);
  });
});
