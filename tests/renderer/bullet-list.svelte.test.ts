import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, expect, test } from 'vitest';
import BulletList from '../../renderer/components/row-form/BulletList.svelte';

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

const area = (): HTMLTextAreaElement => document.querySelector('textarea') ?? expect.unreachable();
const marks = (): string[] =>
  [...document.querySelectorAll('.mirror p')].map(({ textContent }) => textContent);

function type(text: string): void {
  area().value = text;
  area().dispatchEvent(new InputEvent('input', { bubbles: true }));
  flushSync();
}

function press(key: string, init: KeyboardEventInit = {}): boolean {
  const untouched = area().dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }),
  );
  flushSync();
  return untouched;
}

function paste(text: string): Event {
  const data = new DataTransfer();
  data.setData('text/plain', text);
  const event = new Event('paste', { bubbles: true, cancelable: true });
  area().dispatchEvent(Object.assign(event, { clipboardData: data }));
  flushSync();
  return event;
}

test('is one text area that its label names', () => {
  const label = document.querySelector('label');
  expect(label?.textContent).toBe('取組内容');
  expect(label?.htmlFor).toBe(area().id);
  const help = document.getElementById(area().getAttribute('aria-describedby') ?? '');
  expect(help?.textContent).toContain('Alt+↑↓');
});

test('every line is a bullet with its mark', () => {
  show(['枝を切ります。', '苗木を植えます。']);
  expect(area().value).toBe('枝を切ります。\n苗木を植えます。');
  expect(marks()).toEqual(['枝を切ります。', '苗木を植えます。']);
});

test('an empty field stores nothing', () => {
  type('枝');
  expect(props.paragraphs).toEqual(['枝']);
  type('');
  expect(props.paragraphs).toEqual([]);
});

test('the line that Enter has made stands there with its mark, and is stored once it says something', () => {
  area().focus();
  type('枝を切ります。\n');
  expect(props.paragraphs).toEqual(['枝を切ります。']);
  expect(area().value).toBe('枝を切ります。\n');
  expect(marks()).toHaveLength(2);
  type('枝を切ります。\n苗木を植えます。');
  expect(props.paragraphs).toEqual(['枝を切ります。', '苗木を植えます。']);
});

test('empty lines at the end go when the field is left', async () => {
  area().focus();
  type('枝を切ります。\n\n');
  area().blur();
  await Promise.resolve();
  flushSync();
  expect(area().value).toBe('枝を切ります。');
  expect(marks()).toHaveLength(1);
});

test('Alt and an arrow move the bullet, and the caret with it', () => {
  show(['一つ', '二つ']);
  area().focus();
  area().setSelectionRange(1, 1);
  expect(press('ArrowDown', { altKey: true })).toBe(false);
  expect(props.paragraphs).toEqual(['二つ', '一つ']);
  expect(area().selectionStart).toBe(4);
});

test('keys of the input method and of rows are left alone', () => {
  show(['一つ', '二つ']);
  area().setSelectionRange(1, 1);
  expect(press('ArrowDown', { altKey: true, isComposing: true })).toBe(true);
  expect(press('ArrowDown', { altKey: true, shiftKey: true })).toBe(true);
  expect(props.paragraphs).toEqual(['一つ', '二つ']);
});

test('several lines are pasted as bullets at the caret', () => {
  show(['前後']);
  area().focus();
  area().setSelectionRange(1, 1);
  expect(paste('・枝を切ります。\n・苗木を植えます。').defaultPrevented).toBe(true);
  expect(props.paragraphs).toEqual(['前枝を切ります。', '苗木を植えます。後']);
  expect(area().selectionStart).toBe('前枝を切ります。\n苗木を植えます。'.length);
});

test('more lines than a field holds are not pasted, and the page says so', () => {
  paste('枝\n'.repeat(1_001));
  expect(props.paragraphs).toEqual([]);
  expect(document.querySelector('[role="alert"]')?.textContent).toContain('1,000行まで');
});

test('a change from elsewhere leaves the caret with its text', () => {
  show(['一つ', '二つ']);
  area().focus();
  area().setSelectionRange(4, 4);
  show(['先頭に加えた一つ', '二つ']);
  expect(area().selectionStart).toBe('先頭に加えた一つ\n'.length + 1);
});
