import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { oneAtATime } from './one-at-a-time.ts';

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

/**
 * Lays a Word file out with LibreOffice; one conversion at a time on the whole machine.
 *
 * ＭＳ 明朝 is drawn with IPA明朝, whose widths are the same. Fontconfig does not know the Japanese name,
 * so without its own configuration LibreOffice would take a proportional face and break lines elsewhere.
 */
export async function renderWord(bytes: Uint8Array): Promise<RenderedWord> {
  const folder = await mkdtemp(join(tmpdir(), 'sengen-render-'));
  try {
    const source = join(folder, 'report.docx');
    await writeFile(source, bytes);
    await writeFile(join(folder, 'fonts.conf'), fontConfiguration);
    await mkdir(join(folder, 'profile'));
    await oneAtATime('libreoffice', () =>
      run(
        'soffice',
        [
          `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
          '--headless',
          '--convert-to',
          'pdf',
          '--outdir',
          folder,
          source,
        ],
        { timeout: 120_000, env: { ...process.env, FONTCONFIG_FILE: join(folder, 'fonts.conf') } },
      ),
    );
    const pdf = join(folder, 'report.pdf');
    const { stdout } = await run('pdftotext', ['-bbox', pdf, '-'], { maxBuffer: 1 << 28 });
    return { pages: pagesOf(stdout), pdf: await readFile(pdf) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const fontConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  ${['ＭＳ 明朝', 'MS Mincho']
    .map(
      (name) =>
        `<match target="pattern"><test name="family"><string>${name}</string></test>` +
        '<edit name="family" mode="assign" binding="strong"><string>IPAMincho</string></edit></match>',
    )
    .join('\n  ')}
</fontconfig>
`;

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
