import { BrowserWindow, screen, type Session } from 'electron';
import { join } from 'node:path';
import { writeSetting, type SettingsFile } from '../files/settings-file.ts';
import { windowOptions } from './window-options.ts';
import { readWindowState, type WindowState } from './window-state.ts';

export interface CreateWindowOptions {
  readonly programFolder: string;
  readonly session: Session;
  readonly stateFile: SettingsFile;
  readonly inDevelopment: boolean;
}

/** The one place that makes windows: hidden until the page has drawn itself, as large as last time. */
export function createWindow(options: CreateWindowOptions): BrowserWindow {
  const workAreas = screen.getAllDisplays().map(({ workArea }) => workArea);
  const { width, height, position, maximized } = readWindowState(options.stateFile, workAreas);
  const window = new BrowserWindow(
    windowOptions({
      session: options.session,
      preloadPath: join(options.programFolder, 'out/preload/preload.cjs'),
      iconPath: join(options.programFolder, 'resources/icons/icon.png'),
      inDevelopment: options.inDevelopment,
      bounds: { width, height, ...position },
    }),
  );
  window.once('ready-to-show', () => {
    if (maximized) window.maximize();
    window.show();
  });
  return window;
}

/** Remembers size and place; of a maximised window, those that it returns to. */
export function rememberWindow(window: BrowserWindow, stateFile: SettingsFile): Promise<void> {
  const { x, y, width, height } = window.getNormalBounds();
  const state: Omit<WindowState, 'position'> = { width, height, maximized: window.isMaximized() };
  return writeSetting(stateFile, { x, y, ...state });
}
