import { app, dialog } from 'electron';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { registerPageScheme } from './app-protocol.ts';
import type { DesktopOptions } from './desktop-options.ts';
import { libraryAmong, partsAmong } from './first-library.ts';
import { keepChromiumOffline } from './offline.ts';
import { openProgram, type Program } from './open-program.ts';
import { confinePages, refuseDebugging } from './security.ts';

/** Names the program to the Windows taskbar; the same as `appId` in electron-builder.yml. */
const applicationId = 'jp.sengen.desktop';

/**
 * The desktop shell, from the first line to the open window.
 *
 * What stands before `whenReady` has an effect only there.
 */
export function startDesktop(options: DesktopOptions): void {
  const personalFolder = app.commandLine.getSwitchValue('user-data-dir') || options.personalFolder;
  // Electron's own choice on Windows is the roaming profile, which may lie on a server.
  const userFolder = join(personalFolder, 'desktop');
  mkdirSync(userFolder, { recursive: true });
  app.setPath('userData', userFolder);
  if (!app.requestSingleInstanceLock()) {
    // The program that runs already shows itself, and opens our file (below, in that process).
    app.quit();
    return;
  }
  // Root on Linux can start Electron only without its sandbox; a released program takes that switch back.
  if (app.isPackaged || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app.setAppUserModelId(applicationId);
  registerPageScheme();
  keepChromiumOffline();
  if (app.isPackaged) refuseDebugging();
  confinePages();

  const program = app
    .whenReady()
    .then(() => openProgram({ ...options, personalFolder, inDevelopment: !app.isPackaged }));
  program.catch((error: unknown) => {
    // Without a window nobody could see why nothing happens.
    dialog.showErrorBox(
      'Sengen を開けませんでした',
      error instanceof Error ? error.message : String(error),
    );
    app.exit(1);
  });
  app.on('second-instance', (_event, argv, workingFolder) => {
    const path = libraryAmong(argv);
    const parts = partsAmong(argv).map((part) => resolve(workingFolder, part));
    void program.then((opened) => {
      show(opened, path === null ? null : resolve(workingFolder, path), parts);
    });
  });
  // How macOS hands a file over; elsewhere it stands on the command line.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    const argv = ['', path];
    void program.then((opened) => {
      show(opened, libraryAmong(argv), partsAmong(argv));
    });
  });
  app.on('window-all-closed', () => {
    app.quit();
  });
}

function show(program: Program, library: string | null, parts: readonly string[]): void {
  program.focus();
  if (library !== null) void program.openLibrary(library);
  if (parts.length > 0) program.handOver(parts);
}
