import { readPackageParts } from '../../../main/word/reading/read-package.ts';
import { writeWordFile } from '../../../main/word/writing/write-word-file.ts';
import { builtInForm } from '../../../shared/model/forms/official-form.ts';
import { outline } from '../../../shared/model/outline.ts';
import { variedReport } from '../../bench/varied-report.ts';
import { richParts } from './rich-parts.ts';
import { zipByHand } from './zip-by-hand.ts';

/** A Word file as bytes and as its parts. */
export interface RealFile {
  readonly bytes: Buffer;
  readonly parts: ReadonlyMap<string, Buffer>;
}

/** Honest files from which the hostile ones are made. */
export async function realFiles(): Promise<RealFile[]> {
  const report = builtInForm('report');
  const declaration = builtInForm('declaration');
  const written = async (rows: number, form: typeof report): Promise<Uint8Array> =>
    writeWordFile(outline(variedReport(rows), form), form, {
      marks: { report: 'hostile', revision: 1, contentHash: 'abc', form: form.name },
      author: 'みどり川市',
      carried: '{"format":"sengen-report/1"}',
    });
  const rich = zipByHand(richParts.map(([name, content]) => ({ name, content })));
  return Promise.all(
    [await written(6, report), await written(25, report), await written(10, declaration), rich].map(opened),
  );
}

async function opened(bytes: Uint8Array): Promise<RealFile> {
  const parts = await readPackageParts(bytes);
  if (!parts.ok) throw new Error(`an honest file can't be read: ${parts.failure.code}`);
  return {
    bytes: Buffer.from(bytes),
    parts: new Map([...parts.value].map(([name, content]) => [name, Buffer.from(content)])),
  };
}
