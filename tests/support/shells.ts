import { type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { serveHosted } from './hosted-program.ts';
import { kill, serveSengen } from './run-sengen.ts';
import { cleanSharedWindow, newWindow, sharedWindow } from './test-window.ts';
import { viewportOf, windowSizes, type WindowSize } from './window-sizes.ts';

/**
 * The program under one of its shells, as a person has it in front of them.
 *
 * One suite drives either: what differs is how it starts, dies, and asks for files.
 */
export interface Shell {
  readonly page: Page;
  /** What the next question for a file, or for several, is answered. */
  chooseFile(path: string | readonly string[], ask: () => Promise<void>): Promise<void>;
  /** Ends the program the hard way, as a power cut does, and starts it again on the same library (`mayDie`). */
  killAndRestart(): Promise<void>;
  close(): Promise<void>;
}

export interface ShellOptions {
  /** Folder that the library stands in. */
  readonly folder: string;
  /** The program is killed in this test: it gets a process and a window of its own, which cost a second. */
  readonly mayDie?: boolean;
}

/** A shell with a window of one size. */
export interface ShellKind {
  /** For instance `browser shell at 1366 × 768`. */
  readonly name: string;
  readonly size: WindowSize;
  /** Folder for the pictures that a test makes; it exists. */
  readonly pictures: string;
  open(options: ShellOptions): Promise<Shell>;
}

const root = resolve(import.meta.dirname, '../..');

/** The shells that can run on this machine, with each window size; those missing are named with the reason. */
export function availableShells(sizes = windowSizes()): ShellKind[] {
  const electron = electronRuntime();
  if (electron === null) {
    console.warn('skipped: the desktop shell is not driven: Electron’s runtime is not on this machine');
  }
  return sizes.flatMap((size) => [
    browserShell(size),
    ...(electron === null ? [] : [desktopShell(electron, size)]),
  ]);
}

const browserShell = (size: WindowSize): ShellKind => ({
  name: `browser shell at ${size.name}`,
  size,
  pictures: size.pictures,
  open: ({ folder, mayDie = false }) => {
    const library = join(folder, '報告.sengen');
    return mayDie || hostIsTaken ? openOwn(size, library) : openHosted(size, library);
  },
});

/** A test that opens two programs at once gets a process for the second. */
let hostIsTaken = false;

/** The program and the window that tests share one after the other. */
async function openHosted(size: WindowSize, library: string): Promise<Shell> {
  hostIsTaken = true;
  try {
    const [served, page] = [await serveHosted(library), await sharedWindow(size)];
    await page.goto(served.address);
    return {
      page,
      chooseFile: (path, ask) => chooseFile(page, path, ask),
      killAndRestart: () => Promise.reject(new Error('a program that is killed is opened with `mayDie`')),
      async close() {
        await cleanSharedWindow(new URL(served.address).origin);
        await served.close();
        hostIsTaken = false;
      },
    };
  } catch (error) {
    hostIsTaken = false;
    throw error;
  }
}

/** The program as `sengen serve` starts it, in a process and a window of its own. */
async function openOwn(size: WindowSize, library: string): Promise<Shell> {
  const page = await newWindow(size);
  let server: ChildProcess;
  const start = async (): Promise<void> => {
    const served = await serveSengen(library);
    server = served.child;
    await page.goto(served.address);
  };
  await start();
  return {
    page,
    chooseFile: (path, ask) => chooseFile(page, path, ask),
    async killAndRestart() {
      await kill(server);
      await start();
    },
    async close() {
      await page.context().close();
      await kill(server);
    },
  };
}

/** Where the browser shell's own question takes a name: of a file, or of a folder. */
const fileBox = /^(?:ファイル名|書き出すフォルダーの場所)/;

/** Answers the browser shell's own question for a file. */
export async function chooseFile(
  page: Page,
  path: string | readonly string[],
  ask: () => Promise<void>,
): Promise<void> {
  await ask();
  // It may stand over another dialog, the one that asked.
  const dialog = page.getByRole('dialog').filter({ has: page.getByRole('textbox', { name: fileBox }) });
  const names = typeof path === 'string' ? path : path.map((each) => `"${each}"`).join(' ');
  await dialog.getByRole('textbox', { name: fileBox }).fill(names);
  await dialog
    .getByRole('button', {
      name: /^(?:[0-9]+件を)?(書き出す|開く|作る|取り込む|読み込む|記録する|確かめる)$/,
    })
    .click();
  await dialog.waitFor({ state: 'hidden' });
}

function desktopShell(executablePath: string, size: WindowSize): ShellKind {
  return {
    name: `desktop shell at ${size.name}`,
    size,
    pictures: size.pictures,
    async open({ folder }) {
      let application: ElectronApplication;
      let page: Page;
      const start = async (): Promise<void> => {
        application = await _electron.launch({
          executablePath,
          args: [
            join(root, 'out/main/desktop.js'),
            `--user-data-dir=${join(folder, 'user-data')}`,
            ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
          ],
          locale: 'ja-JP',
        });
        page = await application.firstWindow();
        await page.setViewportSize(viewportOf(size));
      };
      await start();
      return {
        get page() {
          return page;
        },
        async chooseFile(path, ask) {
          // System dialogs can't be driven; they are answered where they are asked.
          await application.evaluate(
            ({ dialog }, filePaths) => {
              dialog.showSaveDialog = () =>
                Promise.resolve({ canceled: false, filePath: filePaths[0] ?? '' });
              dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths });
            },
            typeof path === 'string' ? [path] : [...path],
          );
          await ask();
        },
        async killAndRestart() {
          await kill(application.process());
          await start();
        },
        async close() {
          await application.close();
        },
      };
    },
  };
}

/** Electron's executable; null where only its types are installed. Importing it would try a download. */
function electronRuntime(): string | null {
  const folder = join(root, 'node_modules', 'electron');
  const name = join(folder, 'path.txt');
  if (!existsSync(name)) return null;
  const executable = join(folder, 'dist', readFileSync(name, 'utf8').trim());
  return existsSync(executable) ? executable : null;
}
