import { expect, test } from 'vitest';
import { fitting, type PaletteEntry } from '../../renderer/state/commands/palette-entries.ts';

const entry = (name: string, others: Partial<PaletteEntry> = {}): PaletteEntry => ({
  id: name,
  group: '',
  name,
  detail: '',
  keys: [],
  words: [],
  run: () => undefined,
  ...others,
});

const entries = [
  entry('すべての報告から探す', { words: ['けんさく'] }),
  entry('達成状況報告を Word に書き出す'),
  entry('目標宣言を Word に書き出す'),
  entry('No.1へ移動', { detail: '花壇の手入れ' }),
  entry('No.13へ移動', { detail: '遊具の点検' }),
];
const found = (query: string): string[] => fitting(entries, query).map(({ name }) => name);

test('without a query everything stands in its own order', () => {
  expect(found('')).toEqual(entries.map(({ name }) => name));
});

test('a piece of the name beats scattered characters', () => {
  const scattered = entry('報道へ告げる');
  expect(fitting([scattered, ...entries], '報告').at(-1)).toBe(scattered);
  expect(found('宣書')).toEqual(['目標宣言を Word に書き出す']);
});

test('full width, capitals and kana of either kind are one', () => {
  expect(found('ｗｏｒｄ')).toHaveLength(2);
  expect(found('ケンサク')).toEqual(['すべての報告から探す']);
});

test('a number leads to its row, the shorter name first', () => {
  expect(found('no.1')).toEqual(['No.1へ移動', 'No.13へ移動']);
  expect(found('遊具')).toEqual(['No.13へ移動']);
});

test('what fits nothing finds nothing', () => {
  expect(found('体育館')).toEqual([]);
});
