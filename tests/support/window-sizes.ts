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

/**
 * The size to test at: what a person can do is the same at every size, and is shown once.
 *
 * `SENGEN_WINDOW` names another, as `1920x1080`; `npm run test:long` runs everything at that one too.
 */
export function windowSizes(): readonly WindowSize[] {
  return [wantedSize() ?? usualSize];
}

/** Every size, or the one that `SENGEN_WINDOW` names: for tests that look at what size changes. */
export function everyWindowSize(): readonly WindowSize[] {
  const wanted = wantedSize();
  return wanted === null ? [usualSize, wideSize] : [wanted];
}

function wantedSize(): WindowSize | null {
  const wanted = process.env['SENGEN_WINDOW'] ?? '';
  if (wanted === '') return null;
  const size = [usualSize, wideSize].find(({ width, height }) => wanted === `${width}x${height}`);
  if (size === undefined) throw new Error(`SENGEN_WINDOW names no size that is tested: ${wanted}`);
  return size;
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
