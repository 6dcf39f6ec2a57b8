import { flushSync, mount, tick, unmount } from 'svelte';
import { afterEach, beforeEach, expect, test } from 'vitest';
import BulletList from '../../renderer/components/BulletList.svelte';

const props = $state({ label: '取組内容', paragraphs: [] as readonly string[], onchange: change });
let list: ReturnType<typeof mount>;

function change(paragraphs: readonly string[]): void {
  props.paragraphs = paragraphs;
}

function show(paragraphs: readonly string[]): void {
  props.paragraphs = paragraphs;
  flushSync();
}

beforeEach(() => {
  props.paragraphs = [];
  list = mount(BulletList, { target: document.body, props });
  flushSync();
});

afterEach(() => unmount(list));

const lines = (): HTMLTextAreaElement[] => [...document.querySelectorAll('textarea')];
const line = (at: number): HTMLTextAreaElement => lines()[at] ?? expect.unreachable();
const names = (): (string | null)[] => lines().map((each) => each.getAttribute('aria-label'));

async function press(at: number, key: string, init: KeyboardEventInit = {}): Promise<boolean> {
  line(at).focus();
  const untouched = line(at).dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }),
  );
  await tick();
  await tick();
  return untouched;
}

function type(at: number, text: string): void {
  line(at).value = text;
  line(at).dispatchEvent(new InputEvent('input', { bubbles: true }));
  flushSync();
}

test('an empty field offers one line, which is stored once something stands in it', () => {
  expect(names()).toEqual(['取組内容 1']);
  type(0, '枝を切ります。');
  expect(props.paragraphs).toEqual(['枝を切ります。']);
  type(0, '');
  expect(props.paragraphs).toEqual([]);
});

test('Enter makes the next bullet and goes there', async () => {
  show(['枝を切ります。']);
  line(0).setSelectionRange(7, 7);
  expect(await press(0, 'Enter')).toBe(false);
  expect(names()).toEqual(['取組内容 1', '取組内容 2']);
  expect(document.activeElement).toBe(line(1));
});

test('Enter that confirms a conversion is left to the input method', async () => {
  show(['枝を切ります。']);
  expect(await press(0, 'Enter', { isComposing: true })).toBe(true);
  expect(await press(0, 'Enter', { keyCode: 229 })).toBe(true);
  expect(props.paragraphs).toEqual(['枝を切ります。']);
});

test('Backspace at the start joins with the bullet before', async () => {
  show(['枝を', '切ります。']);
  line(1).setSelectionRange(0, 0);
  await press(1, 'Backspace');
  expect(props.paragraphs).toEqual(['枝を切ります。']);
  expect(document.activeElement).toBe(line(0));
  expect(line(0).selectionStart).toBe(2);
});

test('Alt and an arrow move the bullet, and the caret with it', async () => {
  show(['一つ', '二つ']);
  await press(0, 'ArrowDown', { altKey: true });
  expect(props.paragraphs).toEqual(['二つ', '一つ']);
  expect(document.activeElement).toBe(line(1));
});

test('several lines are pasted as bullets', async () => {
  const data = new DataTransfer();
  data.setData('text/plain', '・枝を切ります。\n・苗木を植えます。');
  const event = new Event('paste', { bubbles: true, cancelable: true });
  line(0).dispatchEvent(Object.assign(event, { clipboardData: data }));
  await tick();
  expect(props.paragraphs).toEqual(['枝を切ります。', '苗木を植えます。']);
  expect(event.defaultPrevented).toBe(true);
});

test('the button adds a bullet at the end, or goes to the empty one that is there', async () => {
  show(['枝を切ります。']);
  const add = [...document.querySelectorAll('button')].find((each) => each.textContent.includes('追加'));
  add?.click();
  await tick();
  await tick();
  expect(props.paragraphs).toEqual(['枝を切ります。', '']);
  expect(document.activeElement).toBe(line(1));
  add?.click();
  expect(props.paragraphs).toHaveLength(2);
});

test('empty bullets go when the field is left', () => {
  show(['枝を切ります。', '']);
  line(1).dispatchEvent(new FocusEvent('focusout', { bubbles: true, relatedTarget: document.body }));
  flushSync();
  expect(props.paragraphs).toEqual(['枝を切ります。']);
});

test('empty bullets stay while the focus goes from one to another', () => {
  show(['枝を切ります。', '']);
  line(1).dispatchEvent(new FocusEvent('focusout', { bubbles: true, relatedTarget: line(0) }));
  flushSync();
  expect(props.paragraphs).toEqual(['枝を切ります。', '']);
});
