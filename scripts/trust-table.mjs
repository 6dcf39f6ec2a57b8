/**
 * `npm run trust:table`: takes the figures of the rows that `npm run test:trust` ran here into docs/trust-figures.json,
 * and the table of docs/trust.md from them. Rows that did not run keep what stands there.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { inProject } from './set-up/project.mjs';
import { figuresFile } from './trust/run-rows.mjs';
import { trustRows } from './trust/rows.mjs';
import { trustTable, withTable } from './trust/table.mjs';

const page = inProject('docs', 'trust.md');
const keptFile = inProject('docs', 'trust-figures.json');

const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
const write = async (path, text) =>
  writeFileSync(path, await format(text, { ...(await resolveConfig(path)), filepath: path }));

const figures = { ...read(keptFile), ...read(figuresFile) };
await write(keptFile, JSON.stringify(figures));
await write(page, withTable(readFileSync(page, 'utf8'), trustTable(trustRows(), figures)));
