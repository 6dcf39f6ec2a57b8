import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { bootDesktop, untilClosed, eventually } from './boot-desktop.ts';

const heading = {
  municipality: '川辺市',
  department: '総務部',
  fiscalYear: 2025,
  yearLabel: '令和7年度',
  headPost: '総務部長',
  headName: '堤 一郎',
};

test('a closing window tells the page, and what the page then sends is stored', async () => {
  const first = await bootDesktop();
  const sent: Promise<unknown>[] = [];
  first.wire.on((name) => {
    if (name !== 'application.closing') return;
    // A slow page, and one that sends again after its first answer.
    sent.push(delay(40).then(() => first.wire.call('reports.create', heading)));
    sent.push(
      delay(80).then(() => first.wire.call('reports.create', { ...heading, department: '財政部' })),
    );
  });

  first.window.close();
  expect(first.window.isDestroyed()).toBe(false);
  await untilClosed(first);

  expect(await Promise.all(sent)).toMatchObject([{ ok: true }, { ok: true }]);
  expect(first.electron.machine.quits).toBe(1);
  const second = await bootDesktop({ personalFolder: first.personalFolder });
  expect(await second.wire.call('reports.list', {})).toMatchObject({
    value: expect.arrayContaining([
      expect.objectContaining({ department: '総務部' }),
      expect.objectContaining({ department: '財政部' }),
    ]) as unknown,
  });
});

test('a window whose page is silent closes long before its patience ends', async () => {
  const booted = await bootDesktop();
  const start = performance.now();

  booted.window.close();
  await untilClosed(booted);

  expect(performance.now() - start).toBeLessThan(1_500);
});

test('a window closed twice closes once', async () => {
  const booted = await bootDesktop();
  const heard: string[] = [];
  booted.wire.on((name) => heard.push(name));

  booted.window.close();
  booted.window.close();
  await untilClosed(booted);

  expect(heard.filter((name) => name === 'application.closing')).toHaveLength(1);
});

test('input that can not be stored keeps the window open until the person lets it go', async () => {
  const booted = await bootDesktop();
  const { electron, window, wire } = booted;
  wire.on((name) => {
    // Of a report that is not there, as when a library on a stick was pulled out.
    const step = { id: 'aaaabbbb', edits: [] };
    if (name === 'application.closing') void wire.call('reports.edit', { report: 'missing2', step });
  });
  electron.machine.answers = [{ response: 0 }];

  window.close();
  await eventually(() => {
    expect(electron.machine.dialogs).toHaveLength(1);
  });
  await delay(50);
  expect(window.isDestroyed()).toBe(false);
  expect(await wire.call('reports.list', {})).toMatchObject({ ok: true });
  expect(electron.machine.dialogs[0]?.options).toMatchObject({
    message: 'まだ保存できていない入力があります。',
    buttons: ['戻る', '保存せずに閉じる'],
  });

  electron.machine.answers = [{ response: 1 }];
  window.close();
  await untilClosed(booted);
});

test('a page that does not come to an end holds the window for two seconds, and then the person decides', async () => {
  const booted = await bootDesktop();
  const { electron, window, wire } = booted;
  // A dialog that nobody answers is a call without an end.
  electron.machine.answers = [new Promise(() => undefined), { response: 1 }];
  void wire.call('library.open', {});
  const start = performance.now();

  window.close();
  await untilClosed(booted);

  expect(performance.now() - start).toBeGreaterThan(1_900);
  expect(electron.machine.dialogs.map(({ kind }) => kind)).toEqual(['open', 'message']);
});

test('a page that crashed is shown anew after a word to the person', async () => {
  const { electron, window } = await bootDesktop();
  electron.machine.answers = [{ response: 0 }];

  window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });

  await eventually(() => {
    expect(window.webContents.reloads).toBe(1);
  });
  expect(electron.machine.dialogs[0]?.options.message).toBe('画面の表示が止まりました。');
});
