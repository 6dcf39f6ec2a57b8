import { expect, test } from 'vitest';
import { Commands, matches, type Command } from '../../renderer/state/commands/commands.ts';

const press = (key: string, held: Partial<KeyboardEventInit> = {}): KeyboardEvent =>
  new KeyboardEvent('keydown', { key, ...held });

const command = (id: string, keys: readonly string[], others: Partial<Command> = {}): Command => ({
  id,
  group: 'row',
  name: id,
  keys,
  run: () => undefined,
  ...others,
});

test.each([
  ['Ctrl+Shift+F', press('F', { ctrlKey: true, shiftKey: true })],
  ['Ctrl+K', press('k', { ctrlKey: true })],
  ['Ctrl+K', press('k', { metaKey: true })],
  ['Alt+Shift+↑', press('ArrowUp', { altKey: true, shiftKey: true })],
  ['Alt+PageDown', press('PageDown', { altKey: true })],
  ['Ctrl+/', press('/', { ctrlKey: true })],
  ['Esc', press('Escape')],
  ['F2', press('F2')],
  ['Ctrl+Alt+M', press('µ', { ctrlKey: true, altKey: true, code: 'KeyM' })],
])('%s is known', (chord, event) => {
  expect(matches(chord, event)).toBe(true);
});

test.each([
  ['Ctrl+F', press('F', { ctrlKey: true, shiftKey: true })],
  ['Ctrl+K', press('k')],
  ['F2', press('F2', { ctrlKey: true })],
  ['Ctrl+Z', press('z', { ctrlKey: true, altKey: true })],
])('%s is not taken for another', (chord, event) => {
  expect(matches(chord, event)).toBe(false);
});

test('what was added last wins while it is available', () => {
  const commands = new Commands();
  let open = true;
  const [page, pane] = [
    command('page', ['Esc']),
    command('pane', ['Esc'], { group: 'general', available: () => open }),
  ];
  commands.add([page]);
  const takeAway = commands.add([pane]);
  expect(commands.of(press('Escape'))).toBe(pane);
  open = false;
  expect(commands.of(press('Escape'))).toBe(page);
  open = true;
  takeAway();
  expect(commands.of(press('Escape'))).toBe(page);
});

test('commands stand in the order of their groups, each once', () => {
  const commands = new Commands();
  commands.add([command('row', [])]);
  commands.add([command('all', [], { group: 'general' })]);
  commands.add([command('row', ['F9'])]);
  expect(commands.all().map(({ id, keys }) => [id, keys])).toEqual([
    ['all', []],
    ['row', ['F9']],
  ]);
});
