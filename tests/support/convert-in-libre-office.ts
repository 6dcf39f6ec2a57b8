import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withLibreOffice, type StartOffice } from './libre-office.ts';

export interface Conversion {
  readonly content: string | Uint8Array;
  /** What the file is: `docx`, `html`, `fodt`. */
  readonly from: 'docx' | 'html' | 'fodt';
  readonly to: 'pdf' | 'docx';
}

interface Waiting extends Conversion {
  readonly done: (bytes: Uint8Array) => void;
  readonly failed: (error: unknown) => void;
}

let waiting: Waiting[] = [];

/** What LibreOffice makes of a file. Files that wait for it at the same time are converted in one start. */
export function convertInLibreOffice(conversion: Conversion): Promise<Uint8Array> {
  return new Promise((done, failed) => {
    waiting.push({ ...conversion, done, failed });
    void convertWaiting();
  });
}

/** Converts all that wait and are alike, once it is LibreOffice's turn. */
async function convertWaiting(): Promise<void> {
  let batch: readonly Waiting[] = [];
  try {
    await withLibreOffice((start) => {
      if (batch.length === 0) batch = takeBatch();
      return convert(start, batch);
    });
  } catch (error) {
    // One of them may be to blame: each has its own start, and its own failure.
    if (batch.length === 1) batch[0]?.failed(error);
    else
      for (const each of batch) await withLibreOffice((start) => convert(start, [each])).catch(each.failed);
  }
}

function takeBatch(): Waiting[] {
  const [first] = waiting;
  const batch = waiting.filter(({ from, to }) => from === first?.from && to === first.to);
  waiting = waiting.filter((each) => !batch.includes(each));
  return batch;
}

async function convert(start: StartOffice, batch: readonly Waiting[]): Promise<void> {
  const [first] = batch;
  // Whoever came before has had it converted.
  if (first === undefined) return;
  const folder = await mkdtemp(join(tmpdir(), 'sengen-convert-'));
  try {
    const out = join(folder, 'out');
    const sources = batch.map((_, place) => join(folder, `${place}.${first.from}`));
    for (const [place, { content }] of batch.entries()) await writeFile(sources[place] ?? '', content);
    await start(
      ...(first.from === 'html' ? ['--infilter=HTML (StarWriter)'] : []),
      ...['--convert-to', first.to === 'docx' ? 'docx:MS Word 2007 XML' : first.to],
      ...['--outdir', out, ...sources],
    );
    // It may leave a file out without a word: reading it says which.
    const made = await Promise.all(batch.map((_, place) => readFile(join(out, `${place}.${first.to}`))));
    for (const [place, bytes] of made.entries()) batch[place]?.done(bytes);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
