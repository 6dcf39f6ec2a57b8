import { afterEach, beforeEach, expect, test } from 'vitest';
import { BoxHistories } from '../../renderer/writing/box-histories.ts';

let histories: BoxHistories;
let stop: () => void;

beforeEach(() => {
  histories = new BoxHistories();
  stop = histories.listen(window);
  document.body.innerHTML = `
    <input id="find"><textarea id="comment"></textarea><input id="mail" type="search"><input id="tick" type="checkbox">
    <div data-report-fields><input id="title"><dialog open><input id="name"></dialog></div>
    <dialog open><div data-report-fields><input id="inside"></div></dialog>`;
});
afterEach(() => {
  stop();
  document.body.replaceChildren();
});

const box = (id: string): HTMLInputElement => document.getElementById(id) as HTMLInputElement;

/** What the browser does for one change. */
function change(id: string, text: string, inputType: string): void {
  const target = box(id);
  target.dispatchEvent(new InputEvent('beforeinput', { bubbles: true, inputType }));
  target.value = text;
  target.setSelectionRange(text.length, text.length);
  target.dispatchEvent(new InputEvent('input', { bubbles: true, inputType }));
}

function type(id: string, text: string): void {
  for (const character of text) change(id, box(id).value + character, 'insertText');
}

function compose(id: string, text: string): void {
  const target = box(id);
  const before = target.value;
  target.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
  for (let length = 1; length <= text.length; length += 1) {
    change(id, before + text.slice(0, length), 'insertCompositionText');
  }
  target.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
}

test('a box that nobody typed into has nothing to take back, whatever was typed elsewhere', () => {
  type('comment', 'abc');
  expect(histories.go('undo', box('find'))).toBe(true);
  expect([box('find').value, box('comment').value]).toEqual(['', 'abc']);
});

test('typing, deleting, a composition and a paste are each taken back as one', () => {
  type('find', 'abc');
  change('find', 'ab', 'deleteContentBackward');
  change('find', 'a', 'deleteContentBackward');
  compose('find', '公園');
  change('find', 'a公園の見守り', 'insertFromPaste');
  const seen: string[] = [];
  for (let press = 0; press < 6; press += 1) {
    histories.go('undo', box('find'));
    seen.push(box('find').value);
  }
  expect(seen).toEqual(['a公園', 'a', 'abc', '', '', '']);
  for (let press = 0; press < 5; press += 1) histories.go('redo', box('find'));
  expect(box('find').value).toBe('a公園の見守り');
});

test('those who listen to the box hear that it changed', () => {
  type('find', 'abc');
  const heard: string[] = [];
  box('find').addEventListener('input', (event) => heard.push((event as InputEvent).inputType));
  histories.go('undo', box('find'));
  histories.go('redo', box('find'));
  expect(heard).toEqual(['historyUndo', 'historyRedo']);
});

test('typing after taking back leaves nothing to do again', () => {
  type('find', 'abc');
  histories.go('undo', box('find'));
  type('find', 'x');
  histories.go('redo', box('find'));
  expect(box('find').value).toBe('x');
});

test('words dragged within a box are one change', () => {
  type('comment', '公園の見守り');
  change('comment', '見守り', 'deleteByDrag');
  change('comment', '見守り公園の', 'insertFromDrop');
  histories.go('undo', box('comment'));
  expect(box('comment').value).toBe('公園の見守り');
});

test('a text that the program put there is not overwritten with an older one', () => {
  type('find', 'abc');
  box('find').value = '選んだ言葉';
  histories.go('undo', box('find'));
  expect(box('find').value).toBe('選んだ言葉');
  // What is typed from there on is taken back to it.
  type('find', 'x');
  histories.go('undo', box('find'));
  expect(box('find').value).toBe('選んだ言葉');
});

test('nothing is taken back in the middle of a composition', () => {
  type('find', 'abc');
  box('find').dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
  expect(histories.go('undo', box('find'))).toBe(true);
  expect(box('find').value).toBe('abc');
});

test.each([
  ['find', true],
  ['mail', true],
  ['name', true],
  ['title', false],
  ['inside', false],
  ['tick', false],
])('whether %s keeps its own history: %s', (id, own) => {
  expect(histories.go('undo', box(id))).toBe(own);
});
