/**
 * What runs under Node as it stands is Node's to load, as in the program: as Vite's modules it is slower by half, and all
 * made anew for each start of the desktop shell. That one is Vite's, for it names Electron.
 */
export const loadedByNode = /\/(?:shared|main\/(?!desktop\/))[^?]*\.ts$/;
