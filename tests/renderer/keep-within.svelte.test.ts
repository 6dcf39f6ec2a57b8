import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepWithin } from '../../renderer/writing/keep-within.ts';
import { pasteText } from '../../renderer/writing/paste-lines.ts';
import type { NoRoom, Room } from '../../renderer/writing/room.ts';

let area: HTMLTextAreaElement;
let told: (NoRoom | null)[];
let stop: (() => void) | void;

beforeEach(() => {
  document.body.innerHTML = '<textarea data-lines="many"></textarea>';
  area = document.querySelector('textarea') as HTMLTextAreaElement;
  told = [];
});
afterEach(() => {
  stop?.();
  document.body.replaceChildren();
});

function hold(room: Room, text: string, [start, end] = [text.length, text.length]): void {
  stop = keepWithin(room, (why) => told.push(why))(area);
  area.value = text;
  area.setSelectionRange(start, end);
}

/** Whether the box takes what the browser is about to insert. */
function takes(inputType: string, data: string | null): boolean {
  return area.dispatchEvent(
    new InputEvent('beforeinput', { bubbles: true, cancelable: true, inputType, data }),
  );
}

function dropTakes(text: string): boolean {
  const event = new Event('drop', { bubbles: true, cancelable: true });
  Object.assign(event, { dataTransfer: { getData: () => text } });
  return area.dispatchEvent(event);
}

test('what has room goes in, and what has none goes in not at all', () => {
  hold({ total: 10 }, '公園の見守り', [2, 3]);
  expect(takes('insertFromPaste', '12345')).toBe(true);
  expect(told).toEqual([]);
  expect(takes('insertFromPaste', '123456')).toBe(false);
  expect(told).toEqual([{ of: 'total', would: 11, most: 10 }]);
  expect(takes('insertText', 'a')).toBe(true);
  expect(takes('deleteContentBackward', null)).toBe(true);
});

test('lines are measured where they would stand, whatever the others are', () => {
  hold({ line: 10, lines: 3 }, `${'長'.repeat(30)}\n短い\n`, [33, 33]);
  expect(takes('insertFromPaste', '12345678')).toBe(true);
  expect(takes('insertFromPaste', '123456789')).toBe(false);
  expect(takes('insertFromPaste', '1234567\n123456789')).toBe(false);
  expect(told).toEqual([
    { of: 'line', would: 11, most: 10 },
    { of: 'lines', would: 4, most: 3 },
  ]);
  expect(takes('insertLineBreak', null)).toBe(false);
  area.setSelectionRange(0, 0);
  expect(takes('insertText', 'a')).toBe(false);
});

test('a text that the program pastes is held to the same', () => {
  hold({ line: 10, lines: 3 }, 'あ');
  pasteText(area, `${'い'.repeat(20)}\nう`);
  expect(area.value).toBe('あ');
  expect(told).toEqual([{ of: 'line', would: 21, most: 10 }]);
  pasteText(area, 'い\nう');
  expect(area.value).toBe('あい\nう');
  expect(told.at(-1)).toBeNull();
});

test('a drop is looked at before the words are taken away from where they stood', () => {
  hold({ line: 10 }, '公園の見守り');
  expect(dropTakes('1234')).toBe(true);
  expect(dropTakes('12345')).toBe(false);
  area.dispatchEvent(new Event('dragstart'));
  expect(dropTakes('公園の見守り')).toBe(true);
});

test('a composition is never refused', () => {
  hold({ total: 3 }, '公園');
  const composing = new InputEvent('beforeinput', {
    inputType: 'insertCompositionText',
    data: '見守り',
    cancelable: true,
    isComposing: true,
  });
  expect(area.dispatchEvent(composing)).toBe(true);
});
