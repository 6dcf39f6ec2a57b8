import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bootDesktop, closeWindow, loadDesktop, eventually } from './boot-desktop.ts';
import type { MenuItem } from './electron-stand-in.ts';

test('size and place of the window are as they were when it was closed', async () => {
  const first = await bootDesktop();
  first.window.bounds = { x: 40, y: 60, width: 1111, height: 777 };
  await closeWindow(first);

  const { window } = await bootDesktop({ personalFolder: first.personalFolder });

  expect(window.options).toMatchObject({ x: 40, y: 60, width: 1111, height: 777 });
  expect(window.shown).toBe(true);
  expect(window.maximized).toBe(false);
});

test('a maximised window comes back maximised', async () => {
  const first = await bootDesktop();
  first.window.maximized = true;
  await closeWindow(first);

  const { window } = await bootDesktop({ personalFolder: first.personalFolder });

  expect(window.maximized).toBe(true);
});

test('a place on a screen that is gone is not used, and a size fits the screen that is there', async () => {
  const first = await bootDesktop({
    prepare: ({ machine }) => machine.workAreas.push({ x: 1920, y: 0, width: 3840, height: 2100 }),
  });
  first.window.bounds = { x: 2400, y: 200, width: 3000, height: 1900 };
  await closeWindow(first);

  const { window } = await bootDesktop({ personalFolder: first.personalFolder });

  expect(window.options).not.toHaveProperty('x');
  expect(window.options).toMatchObject({ width: 1920, height: 1040 });
});

test.each([
  '',
  '{',
  'null',
  '[]',
  '{"width":"1","height":1}',
  '{"width":1e9,"height":500,"maximized":false}',
  '{"width":5,"height":500,"maximized":false}',
  '{"width":500,"height":500}',
])('a broken window file %j is passed over', async (content) => {
  const first = await bootDesktop();
  await closeWindow(first);
  writeFileSync(join(first.personalFolder, 'desktop/window.json'), content);

  const { window } = await bootDesktop({ personalFolder: first.personalFolder });

  expect(window.options).toMatchObject({ width: 1280, height: 800 });
});

test('every word of the menu is Japanese', async () => {
  const { electron } = await bootDesktop();
  const labels = itemsOf(electron.machine.menu).map(({ label }) => label);

  expect(electron.machine.menu.map(({ label }) => label)).toEqual([
    'ファイル(&F)',
    '編集(&E)',
    '表示(&V)',
    'ヘルプ(&H)',
  ]);
  for (const label of labels)
    expect(label).toMatch(/^[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}ー]+(\(&[A-Z]\))?$/u);
  expect(itemsOf(electron.machine.menu).map(({ role }) => role)).not.toContain('toggleDevTools');
});

test('developer tools are in the menu of a development start only', async () => {
  const { electron, window } = await bootDesktop({ packaged: false });

  expect(itemsOf(electron.machine.menu).map(({ role }) => role)).toContain('toggleDevTools');
  expect(window.options.webPreferences).toMatchObject({ devTools: true, sandbox: true });
});

test('a second start ends at once and leaves no window', async () => {
  const electron = await loadDesktop({ prepare: ({ machine }) => (machine.isOnlyInstance = false) });

  expect(electron.machine.quits).toBe(1);
  expect(electron.machine.privilegedSchemes).toEqual([]);
  expect(electron.app.listenerCount('second-instance')).toBe(0);
});

test('a program that can not open its page says so and ends', async () => {
  const electron = await loadDesktop({
    prepare: ({ machine }) => {
      machine.workAreas = null as never;
    },
  });
  electron.app.becomeReady();

  await eventually(() => {
    expect(electron.machine.exitCode).toBe(1);
  });
  expect(electron.machine.dialogs).toMatchObject([
    { kind: 'error', options: { title: 'Sengen を開けませんでした' } },
  ]);
});

test('a folder named on the command line holds everything of the program', async () => {
  const first = await bootDesktop();
  const folder = join(first.personalFolder, '別の場所');
  const { wire, electron } = await bootDesktop({
    prepare: ({ machine }) => machine.switches.set('user-data-dir', folder),
  });

  expect(electron.machine.paths.get('userData')).toBe(join(folder, 'desktop'));
  expect(await wire.call('application.start', {})).toMatchObject({
    value: { library: { path: join(folder, 'sengen.sengen') } },
  });
});

test('the running program comes to the front and opens the file of a second start', async () => {
  const other = await bootDesktop();
  const path = join(other.personalFolder, '教育部.sengen');
  other.electron.machine.answers = [{ canceled: false, filePath: path }];
  await other.wire.call('library.create', {});
  await closeWindow(other);
  const { electron, window, wire, personalFolder } = await bootDesktop();
  window.minimized = true;

  electron.app.emit('second-instance', {}, ['sengen', '教育部.sengen'], other.personalFolder);

  await eventually(async () => {
    expect(await wire.call('application.start', {})).toMatchObject({ value: { library: { path } } });
  });
  expect(window.focused).toBe(1);
  expect(window.minimized).toBe(false);
  expect(electron.machine.dialogs).toHaveLength(0);
  electron.machine.answers = [{ canceled: true, filePaths: [] }];
  expect(await wire.call('library.open', {})).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
  await eventually(() => {
    const settings = readFileSync(join(personalFolder, 'desktop/settings.json'), 'utf8');
    expect(JSON.parse(settings)).toEqual({ library: path });
  });
});

test('a file of a second start that can not be opened is told, and the open one stays', async () => {
  const { electron, wire, personalFolder } = await bootDesktop();
  electron.machine.answers = [{ response: 0 }];

  electron.app.emit('second-instance', {}, ['sengen', 'ない.sengen'], personalFolder);

  await eventually(() => {
    expect(electron.machine.dialogs).toHaveLength(1);
  });
  expect(electron.machine.dialogs[0]?.options.message).toContain('ない.sengen');
  expect(await wire.call('application.start', {})).toMatchObject({
    value: { library: { name: 'sengen.sengen' } },
  });
});

test('parts that are double-clicked wait for the page, whether the program is open or not', async () => {
  const first = join('/share', '提出_市民窓口課.sengen-part');
  const { electron, wire, personalFolder } = await bootDesktop({ arguments: [first] });
  let told = 0;
  wire.on((name) => (told += name === 'parts.handedOver' ? 1 : 0));
  const looked = async (): Promise<unknown> => {
    const asked = (await wire.call('parts.handedOver', {})) as { value: { dropped: string[] } };
    return wire.call('parts.lookAtAll', asked.value);
  };
  const refused = (fileName: string) => ({
    value: { looked: [], refused: [{ fileName, failure: { code: 'file-missing' } }] },
  });
  expect(await looked()).toMatchObject(refused('提出_市民窓口課.sengen-part'));
  expect(await wire.call('parts.handedOver', {})).toEqual({ ok: true, value: { dropped: [] } });

  electron.app.emit('second-instance', {}, ['sengen', '提出_道路課.sengen-part'], personalFolder);
  await eventually(() => {
    expect(told).toBe(1);
  });
  expect(await looked()).toMatchObject(refused('提出_道路課.sengen-part'));

  electron.app.emit('open-file', { preventDefault: () => undefined }, '/share/配布_道路課.sengen-part');
  await eventually(() => {
    expect(told).toBe(2);
  });
  expect(await looked()).toMatchObject(refused('配布_道路課.sengen-part'));
});

function itemsOf(items: readonly MenuItem[]): MenuItem[] {
  return items
    .flatMap((item) => [item, ...itemsOf(item.submenu ?? [])])
    .filter(({ type }) => type !== 'separator');
}
