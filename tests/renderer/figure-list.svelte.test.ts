import { flushSync, mount, tick, unmount } from 'svelte';
import { afterEach, beforeEach, expect, test } from 'vitest';
import FigureList from '../../renderer/components/row-form/FigureList.svelte';
import type { Figure } from '../../shared/model/report.ts';

const props = $state({
  id: 'outcome1-figure',
  item: '達成状況 1',
  figures: [] as readonly Figure[],
  onchange: (figures: readonly Figure[]) => {
    changes += 1;
    // The list may be drawn anew before what was written comes back to it.
    flushSync();
    props.figures = figures;
  },
});
let list: ReturnType<typeof mount>;
let changes = 0;

beforeEach(() => {
  changes = 0;
  props.figures = [];
  list = mount(FigureList, { target: document.body, props });
  flushSync();
});
afterEach(() => unmount(list));

const values = (): HTMLTextAreaElement[] => [
  ...document.querySelectorAll<HTMLTextAreaElement>('textarea[id*="-value-"]'),
];

function type(at: number, text: string): void {
  const field = values()[at];
  if (field === undefined) throw new Error(`no field ${at}`);
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  flushSync();
}

async function press(label: string): Promise<void> {
  document.querySelector<HTMLElement>(`[aria-label="${label}"]`)?.click();
  flushSync();
  await tick();
}

test('a figure stands ready, and is one with its first character', () => {
  expect(values()).toHaveLength(1);
  type(0, '12件');
  expect([props.figures, values().length]).toEqual([[{ label: null, value: '12件' }], 1]);
  type(0, '');
  expect([props.figures, values().length]).toEqual([[], 1]);
});

test('another one is ready to be written in, and is none until something is written', async () => {
  type(0, '12件');
  await press('達成状況 1 実績値を追加');
  expect(values()).toHaveLength(2);
  expect(document.activeElement).toBe(values()[1]);
  expect([props.figures.length, changes]).toEqual([1, 1]);
  const field = values()[1];
  type(1, '3回');
  expect(props.figures.map(({ value }) => value)).toEqual(['12件', '3回']);
  // The same field goes on, whether what is in it is a figure or not.
  type(1, '');
  expect(props.figures.map(({ value }) => value)).toEqual(['12件']);
  expect(values()[1]).toBe(field);
  await press('達成状況 1 実績値 2 を削除');
  expect([values().length, props.figures.length]).toEqual([1, 1]);
});
