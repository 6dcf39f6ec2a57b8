import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram } from './processes.mjs';

/** Path of an installed Chromium, Chrome or Edge; null when there is none. */
export function findBrowser() {
  switch (process.platform) {
    case 'win32':
      return firstFile(
        [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
          .filter((folder) => folder !== undefined)
          .flatMap((folder) => [
            join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
            join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
            join(folder, 'Chromium', 'Application', 'chrome.exe'),
          ]),
      );
    case 'darwin':
      return firstFile([
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
        '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
        '/Applications/Chromium.app/Contents/MacOS/Chromium',
      ]);
    default:
      return (
        ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
          .map(findProgram)
          .find((path) => path !== null) ?? null
      );
  }
}

/** False on a Linux without a screen to open a window on. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Chromium's sandbox refuses to start for root; nothing else takes it away. */
export function isRoot() {
  return process.getuid?.() === 0;
}

function firstFile(paths) {
  return paths.find((path) => existsSync(path)) ?? null;
}
