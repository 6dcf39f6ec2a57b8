import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { convertInLibreOffice } from './convert-in-libre-office.ts';

const run = promisify(execFile);

/** A Word file as LibreOffice lays it out on paper. Lengths in points, y grows downwards. */
export interface RenderedWord {
  readonly pages: readonly RenderedPage[];
  readonly pdf: Uint8Array;
}

export interface RenderedPage {
  readonly width: number;
  readonly height: number;
  /** Runs of characters without a space, in reading order of the PDF. */
  readonly words: readonly RenderedWordBox[];
}

export interface RenderedWordBox {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Lays a Word file out with LibreOffice. */
export async function renderWord(bytes: Uint8Array): Promise<RenderedWord> {
  const pdf = await convertInLibreOffice({ content: bytes, from: 'docx', to: 'pdf' });
  const folder = await mkdtemp(join(tmpdir(), 'sengen-render-'));
  try {
    const path = join(folder, 'report.pdf');
    await writeFile(path, pdf);
    const { stdout } = await run('pdftotext', ['-bbox', path, '-'], { maxBuffer: 1 << 28 });
    return { pages: pagesOf(stdout), pdf };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function pagesOf(html: string): RenderedPage[] {
  return html
    .split('<page ')
    .slice(1)
    .map((page) => ({
      width: measure(page, 'width'),
      height: measure(page, 'height'),
      words: [...page.matchAll(/<word ([^>]*)>(.*?)<\/word>/gs)].map(([, box = '', text = '']) => ({
        text: plain(text),
        left: measure(box, 'xMin'),
        top: measure(box, 'yMin'),
        right: measure(box, 'xMax'),
        bottom: measure(box, 'yMax'),
      })),
    }));
}

function measure(text: string, name: string): number {
  return Number(new RegExp(`${name}="([\\d.-]+)"`).exec(text)?.[1]);
}

function plain(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
