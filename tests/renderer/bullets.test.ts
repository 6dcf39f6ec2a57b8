import { describe, expect, test } from 'vitest';
import { labelLine, moveLines, paragraphsOf, says, toPlainText } from '../../renderer/writing/bullets.ts';
import { caretMap } from '../../renderer/writing/keep-caret.ts';
import { textOnClipboard } from '../../renderer/writing/clipboard-text.ts';
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

  test('come out of those of a column of Excel, whose plain cells keep their own', () => {
    expect(linesToPaste('"枝を切る\n「""桜""」を植える"\r\n水やり\r\n"花を\r\n植える"\r\n')).toEqual([
      '枝を切る',
      '「"桜"」を植える',
      '水やり',
      '花を',
      '植える',
    ]);
    expect(linesToPaste('"桜"の会\r\n"梅"\r\n')).toEqual(['"桜"の会', '"梅"']);
  });

  test('lose the letters that bullets of Word’s symbol fonts are in a plain text', () => {
    expect(linesToPaste('l\t枝を切る\r\nl\t水をやる\r\n続きの行\r\n')).toEqual([
      '枝を切る',
      '水をやる',
      '続きの行',
    ]);
    expect(linesToPaste('l 枝を切る\nlinux の更新')).toEqual(['l 枝を切る', 'linux の更新']);
  });
});

describe('the text on the clipboard', () => {
  const clipboard = (text: string, html: string) =>
    ({ getData: (kind: string) => (kind === 'text/html' ? html : text) }) as DataTransfer;
  const item = (mark: string, text: string) =>
    `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US style='font-family:Wingdings'><span
     style='mso-list:Ignore'>${mark}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>`;

  test('leaves the bullets and numbers of Word’s lists behind', () => {
    const copied = clipboard(
      'l\t枝を切る\r\n(1)\t水をやる\r\n続きの文\r\n',
      `<html><body><!--StartFragment-->${item('l', '枝を切る')}${item('(1)', '水をやる')}<p class=MsoNormal>続きの文</p><!--EndFragment--></body></html>`,
    );
    expect(textOnClipboard(copied)).toBe('枝を切る\n水をやる\n続きの文');
  });

  test('is the plain one for anything else', () => {
    expect(textOnClipboard(clipboard('・枝\t切る', '<p>・枝 <b>切る</b></p>'))).toBe('・枝\t切る');
    expect(textOnClipboard(null)).toBe('');
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
