import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, expect, test } from 'vitest';
import TextField from '../../renderer/components/basic/TextField.svelte';

const written: string[] = [];
const props = $state({ value: '桜', label: '取組名', grows: true, onwrite: write });
let field: ReturnType<typeof mount>;

function write(text: string): void {
  written.push(text);
  props.value = text;
}

beforeEach(() => {
  written.length = 0;
  props.value = '桜';
  field = mount(TextField, { target: document.body, props });
  flushSync();
});

afterEach(() => unmount(field));

const area = (): HTMLTextAreaElement => document.querySelector('textarea') ?? expect.unreachable();

function enter(text: string, isComposing = false): void {
  area().value = text;
  area().dispatchEvent(new InputEvent('input', { bubbles: true, isComposing }));
  flushSync();
}

function composition(name: string): void {
  area().dispatchEvent(new CompositionEvent(name, { bubbles: true }));
  flushSync();
}

test('what is typed reaches the model at once', () => {
  enter('桜並木');
  expect(written).toEqual(['桜並木']);
});

test('what an input method composes reaches it once, when it is confirmed', () => {
  composition('compositionstart');
  enter('桜n', true);
  enter('桜な', true);
  expect(written).toEqual([]);
  area().value = '桜並';
  composition('compositionend');
  expect(written).toEqual(['桜並']);
});

test('a value from outside does not touch a field while it composes', () => {
  composition('compositionstart');
  enter('桜な', true);
  props.value = '梅';
  flushSync();
  expect(area().value).toBe('桜な');
});

test('a value from outside is shown when nothing is composed', () => {
  props.value = '梅';
  flushSync();
  expect(area().value).toBe('梅');
});

test('control characters and line breaks become spaces, and the caret stays', () => {
  area().value = '桜\u0007並\n木';
  area().setSelectionRange(3, 3);
  area().dispatchEvent(new InputEvent('input', { bubbles: true }));
  flushSync();
  expect(area().value).toBe('桜 並 木');
  expect(area().selectionStart).toBe(3);
  expect(written).toEqual(['桜 並 木']);
});

test('control characters stay while an input method composes', () => {
  composition('compositionstart');
  enter('桜\u3000\t', true);
  expect(area().value).toBe('桜\u3000\t');
});

test('a field that is left in the middle of a composition gives its text and works on', () => {
  composition('compositionstart');
  enter('桜並', true);
  area().dispatchEvent(new FocusEvent('blur'));
  enter('桜並木');
  expect(written).toEqual(['桜並', '桜並木']);
});

test('Enter breaks no line, but is left to an input method', () => {
  const press = (init: KeyboardEventInit): boolean =>
    area().dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...init }),
    );
  expect(press({})).toBe(false);
  expect(press({ isComposing: true })).toBe(true);
});
