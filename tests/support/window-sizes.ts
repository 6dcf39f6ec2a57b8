import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';

/** The room that the page has, in CSS px: a leased laptop's screen, and a desk's. */
export interface WindowSize {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** Folder for the pictures that tests make at this size; it exists. */
  readonly pictures: string;
}

export const usualSize = windowSize(1366, 768, 'out/pictures');
export const wideSize = windowSize(1920, 1080, 'out/pictures/1920x1080');

/** The sizes to test at: both, or the one that `SENGEN_WINDOW` names, as `1920x1080`. */
export function windowSizes(): readonly WindowSize[] {
  const wanted = process.env['SENGEN_WINDOW'] ?? '';
  const all = [usualSize, wideSize];
  if (wanted === '') return all;
  const chosen = all.filter(({ width, height }) => wanted === `${width}x${height}`);
  if (chosen.length === 0) throw new Error(`SENGEN_WINDOW names no size that is tested: ${wanted}`);
  return chosen;
}

/** The first of them: for what happens alike at every size, such as saving and composing text. */
export function oneWindowSize(): readonly WindowSize[] {
  return windowSizes().slice(0, 1);
}

/** The size alone, as Playwright takes it. */
export function viewportOf({ width, height }: WindowSize): { width: number; height: number } {
  return { width, height };
}

function windowSize(width: number, height: number, folder: string): WindowSize {
  const pictures = resolve(import.meta.dirname, '../..', folder);
  mkdirSync(pictures, { recursive: true });
  return { name: `${width} × ${height}`, width, height, pictures };
}
