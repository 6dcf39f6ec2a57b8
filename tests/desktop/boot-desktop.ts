import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import type { LeftOnPage } from '../../shared/contract/closing-requests.ts';
import type { Wire } from '../../shared/contract/bridge.ts';
import type * as ElectronStandIn from './electron-stand-in.ts';
import { fileKey, isHeld } from '../../main/data/opening/held-files.ts';
import { programFiles, type ProgramFiles } from '../../main/files/program-files.ts';

type Electron = typeof ElectronStandIn;

export interface Booted {
  readonly electron: Electron;
  /** The page's door, as its preload script made it. */
  readonly wire: Wire;
  readonly window: InstanceType<Electron['BrowserWindow']>;
  readonly personalFolder: string;
  /** What the program has logged. */
  log(): string;
}

export interface BootOptions {
  /** A folder of an earlier boot, to start the program again on the same machine. */
  readonly personalFolder?: string;
  readonly arguments?: readonly string[];
  readonly packaged?: boolean;
  /** Changes the machine before the program starts. */
  readonly prepare?: (electron: Electron) => void;
}

const repository = join(import.meta.dirname, '../..');

/** The program's own files, with a small page that needs no build. */
function programWithSmallPage(): ProgramFiles {
  const page = temporaryFolder();
  mkdirSync(join(page, 'assets'));
  writeFileSync(join(page, 'index.html'), '<!doctype html><html lang="ja"><title>Sengen</title></html>');
  writeFileSync(join(page, 'assets/page.js'), 'export {};');
  return {
    root: repository,
    version: '0.1.0',
    page,
    sample: join(repository, 'resources/sample/report.json'),
    forms: join(repository, 'resources/forms'),
    licences: join(repository, 'out', 'notices', 'licenses.txt'),
    reading: programFiles().reading,
  };
}

/** A folder that is gone after the test and after the windows that it opened. */
function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sengen-desktop-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Loads main/desktop anew over a new stand-in, without letting it become ready. */
export async function loadDesktop(options: BootOptions = {}): Promise<Electron> {
  vi.resetModules();
  const electron = (await import('electron')) as unknown as Electron;
  const { startDesktop } = await import('../../main/desktop/start-desktop.ts');
  electron.app.isPackaged = options.packaged ?? true;
  options.prepare?.(electron);
  startDesktop({
    program: programWithSmallPage(),
    personalFolder: options.personalFolder ?? temporaryFolder(),
    arguments: ['sengen', ...(options.arguments ?? [])],
    faults: electron.machine.faults,
  });
  return electron;
}

/** Starts the desktop program, real application and real library behind it, up to the loaded page. */
export async function bootDesktop(options: BootOptions = {}): Promise<Booted> {
  const personalFolder = options.personalFolder ?? temporaryFolder();
  await untilLetGo(personalFolder);
  const electron = await loadDesktop({ ...options, personalFolder });
  electron.app.becomeReady();
  await eventually(() => {
    if (electron.machine.page === null) throw new Error('the page is not loaded');
  });
  await import('../../main/desktop/preload.ts');
  const window = electron.machine.windows[0];
  if (window === undefined) throw new Error('there is no window');
  onTestFinished(() => {
    window.destroy();
  });
  return {
    electron,
    window,
    personalFolder,
    wire: electron.machine.world['sengenWire'] as Wire,
    log: () => readFileSync(join(personalFolder, 'desktop/logs/sengen.log'), 'utf8'),
  };
}

/** Waits until the program before has let go of its library: Electron starts no second one until the first has ended. */
async function untilLetGo(personalFolder: string): Promise<void> {
  const libraries = globSync('*.sengen', { cwd: personalFolder });
  await eventually(() => {
    const held = libraries.filter((name) =>
      isHeld(fileKey(statSync(join(personalFolder, name), { bigint: true }))),
    );
    if (held.length > 0) throw new Error(`still open: ${held.join()}`);
  });
}

/** Makes the page answer the question of a closing window; `before` is what it still does. */
export function answerClosing(
  { wire }: Pick<Booted, 'wire'>,
  left: LeftOnPage = 'nothing',
  before: () => Promise<unknown> = () => Promise.resolve(),
): void {
  wire.on((name, payload) => {
    if (name !== 'application.closing') return;
    const { question } = payload as { question: string };
    void before().then(() => wire.call('application.readyToClose', { question, left }));
  });
}

/** Closes a window as its corner does, with nothing left on its page, and waits until it and its library are gone. */
export async function closeWindow(
  booted: Pick<Booted, 'window' | 'wire' | 'personalFolder'>,
): Promise<void> {
  answerClosing(booted);
  booted.window.close();
  await untilClosed(booted);
  await untilLetGo(booted.personalFolder);
}

export async function untilClosed({ window }: Pick<Booted, 'window'>): Promise<void> {
  await eventually(() => {
    if (!window.isDestroyed()) throw new Error('the window is still there');
  });
}

/** Waits until `check` passes; patient, because the machine may be busy with other tests. */
export async function eventually(check: () => void | Promise<void>): Promise<void> {
  await vi.waitFor(check, { timeout: 120_000, interval: 20 });
}
