import { resolve } from 'node:path';

/** As Vite writes paths. */
const repository = resolve(import.meta.dirname, '../..').replaceAll('\\', '/');

/**
 * What runs under Node as it stands is Node's to load, as in the program: as Vite's modules it is slower by half, and all
 * made anew for each start of the desktop shell. That one is Vite's, for it names Electron.
 *
 * From the repository on: a checkout may itself stand in a folder `main`.
 */
export const loadedByNode = new RegExp(
  `^(?:file://)?/?${repository.replace(/^\//u, '').replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&')}/(?:shared|main/(?!desktop/))[^?]*\\.ts$`,
);
