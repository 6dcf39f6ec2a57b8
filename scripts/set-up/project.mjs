import { join, resolve } from 'node:path';

/** The folder that holds package.json. */
export const projectFolder = resolve(import.meta.dirname, '../..');

/** A path inside the project. */
export const inProject = (...parts) => join(projectFolder, ...parts);
