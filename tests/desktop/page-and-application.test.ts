import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Result } from '../../shared/result.ts';
import { bootDesktop, closeWindow, eventually } from './boot-desktop.ts';

const heading = {
  municipality: '海辺市',
  department: '環境部',
  fiscalYear: 2025,
  yearLabel: '令和7年度',
  headPost: '環境部長',
  headName: '潮田 みなと',
};

/** The value of an answer that must be one. */
function valueOf<T>(answer: unknown): T {
  const envelope = answer as Result<T>;
  if (!envelope.ok) throw new Error(JSON.stringify(envelope.failure));
  return envelope.value;
}

test('a report made by the page is stored in the library and read back', async () => {
  const { wire, personalFolder } = await bootDesktop();

  const { report } = valueOf<{ report: string }>(await wire.call('reports.create', heading));

  const read = valueOf<{ report: typeof heading }>(await wire.call('reports.read', { report }));
  expect(read.report).toMatchObject(heading);
  expect(readFileSync(join(personalFolder, 'sengen.sengen')).subarray(0, 15).toString()).toBe(
    'SQLite format 3',
  );
});

test('a started page learns its shell, its version and its library', async () => {
  const { wire } = await bootDesktop();

  const start = valueOf(await wire.call('application.start', {}));

  expect(start).toMatchObject({ shell: 'desktop', version: '0.1.0', library: { name: 'sengen.sengen' } });
});

test('an event reaches the page until it stops listening', async () => {
  const { wire } = await bootDesktop();
  const heard: unknown[] = [];
  const stop = wire.on((name, payload) => heard.push([name, payload]));

  await wire.call('reports.create', heading);
  await eventually(() => {
    expect(heard).toContainEqual(['library.changed', {}]);
  });
  const before = heard.length;
  stop();
  await wire.call('reports.create', heading);

  expect(heard).toHaveLength(before);
});

test('the page gets the three functions of its wire and nothing else', async () => {
  const { electron } = await bootDesktop();

  expect(Object.keys(electron.machine.world)).toEqual(['sengenWire']);
  expect(Object.keys(electron.machine.world['sengenWire'] as object)).toEqual(['call', 'handOver', 'on']);
});

test('an unknown request and a wrong input come back as failures', async () => {
  const { wire } = await bootDesktop();

  expect(await wire.call('reports.explode', {})).toMatchObject({
    ok: false,
    failure: { code: 'request-unknown' },
  });
  expect(await wire.call('reports.read', { report: 7 })).toMatchObject({
    ok: false,
    failure: { code: 'request-invalid' },
  });
});

test('an input that Electron could not send does not pass the stand-in either', async () => {
  const { wire } = await bootDesktop();

  await expect(wire.call('reports.read', new Proxy({ report: 'abcd' }, {}))).rejects.toThrow(
    'could not be cloned',
  );
});

test('a library made through the dialog is opened again at the next start', async () => {
  const first = await bootDesktop();
  const path = join(first.personalFolder, '環境部.sengen');
  first.electron.machine.answers = [{ canceled: false, filePath: path }];
  valueOf(await first.wire.call('library.create', {}));
  valueOf(await first.wire.call('reports.create', heading));
  await closeWindow(first);

  const second = await bootDesktop({ personalFolder: first.personalFolder });

  expect(valueOf(await second.wire.call('application.start', {}))).toMatchObject({ library: { path } });
  expect(valueOf(await second.wire.call('reports.list', {}))).toMatchObject([{ department: '環境部' }]);
});

test('a library that was remembered and is gone is not made anew', async () => {
  const first = await bootDesktop();
  const path = join(first.personalFolder, '環境部.sengen');
  first.electron.machine.answers = [{ canceled: false, filePath: path }];
  valueOf(await first.wire.call('library.create', {}));
  await closeWindow(first);
  const { rmSync } = await import('node:fs');
  rmSync(path);

  const second = await bootDesktop({ personalFolder: first.personalFolder });

  expect(valueOf(await second.wire.call('application.start', {}))).toMatchObject({
    library: null,
    libraryFailure: { code: 'library-missing', path },
  });
  expect(existsSync(path)).toBe(false);
});

test('a library on the command line is opened', async () => {
  const first = await bootDesktop();
  const path = join(first.personalFolder, '福祉部.sengen');
  first.electron.machine.answers = [{ canceled: false, filePath: path }];
  valueOf(await first.wire.call('library.create', {}));
  await closeWindow(first);

  const second = await bootDesktop({ arguments: ['--lang=ja', path] });

  expect(valueOf(await second.wire.call('application.start', {}))).toMatchObject({ library: { path } });
});

test('an exported Word file is shown in its folder, and only such a file', async () => {
  const { wire, electron, personalFolder } = await bootDesktop();
  const { report } = valueOf<{ report: string }>(await wire.call('reports.create', heading));
  const path = join(personalFolder, '報告.docx');
  electron.machine.answers = [{ canceled: false, filePath: path }];
  valueOf(await wire.call('reports.export', { report, form: 'report' }));

  await wire.call('files.reveal', { path });
  await wire.call('files.reveal', { path: '/etc/passwd' });

  expect(electron.machine.shownInFolder).toEqual([path]);
});

test('a file that was dropped on the page is taken by its path, which the page never sees', async () => {
  const { wire, electron, personalFolder } = await bootDesktop();
  const { report } = valueOf<{ report: string }>(await wire.call('reports.create', heading));
  const path = join(personalFolder, '報告.docx');
  electron.machine.answers = [{ canceled: false, filePath: path }];
  valueOf(await wire.call('reports.export', { report, form: 'report' }));
  const file = new File([], '報告.docx');
  electron.machine.placesOfFiles.set(file, path);

  const handed = valueOf<{ token: string }>(await wire.handOver(file));
  const examined = await wire.call('drops.examine', { dropped: handed.token });

  expect(JSON.stringify(handed)).not.toContain(personalFolder);
  expect(valueOf(examined)).toMatchObject({ kind: 'exported', report, status: 'stored-text' });
});

test('a file that a script made up, or that is on no disk, is not taken', async () => {
  const { wire } = await bootDesktop();

  expect(await wire.handOver(new File(['x'], '添付.docx'))).toEqual({
    ok: false,
    failure: { code: 'dropped-file-without-place', name: '添付.docx' },
  });
  expect(await wire.call('drops.examine', { dropped: 'abcd' })).toMatchObject({
    ok: false,
    failure: { code: 'dropped-file-forgotten' },
  });
});
