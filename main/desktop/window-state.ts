import type { Rectangle } from 'electron';
import { readSetting, type SettingsFile } from '../files/settings-file.ts';

/** Where the window stood when it was last closed, in device-independent pixels. */
export interface WindowState {
  readonly width: number;
  readonly height: number;
  /** Null: wherever the system puts it. */
  readonly position: { readonly x: number; readonly y: number } | null;
  readonly maximized: boolean;
}

const firstState: WindowState = { width: 1280, height: 800, position: null, maximized: false };

/** How much of the title bar must lie on a screen for the window to be caught with the mouse. */
const grip = { width: 120, height: 32 };

/** The remembered state, made to fit the screens that are there now. */
export function readWindowState(file: SettingsFile, workAreas: readonly Rectangle[]): WindowState {
  const state = readSetting(file, asWindowState) ?? firstState;
  const width = Math.min(state.width, Math.max(...workAreas.map((area) => area.width), 900));
  const height = Math.min(state.height, Math.max(...workAreas.map((area) => area.height), 600));
  const position =
    state.position !== null && isReachable({ ...state.position, width, height }, workAreas)
      ? state.position
      : null;
  return { width, height, position, maximized: state.maximized };
}

function isReachable(bounds: Rectangle, workAreas: readonly Rectangle[]): boolean {
  return workAreas.some((area) => {
    const across = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
    const titleBarIsOn = bounds.y >= area.y && bounds.y + grip.height <= area.y + area.height;
    return across >= grip.width && titleBarIsOn;
  });
}

function asWindowState(value: Readonly<Record<string, unknown>>): WindowState | null {
  const { x, y, width, height, maximized } = value;
  if (!isLength(width) || !isLength(height) || typeof maximized !== 'boolean') return null;
  const position = isCoordinate(x) && isCoordinate(y) ? { x, y } : null;
  return { width, height, position, maximized };
}

function isLength(value: unknown): value is number {
  return isCoordinate(value) && value >= 200;
}

function isCoordinate(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= 100_000;
}
