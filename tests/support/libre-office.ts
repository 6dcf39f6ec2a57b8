import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { again } from './again.ts';

/** Milliseconds after which LibreOffice counts as hanging, on however busy a machine. */
const hanging = 600_000;

/**
 * LibreOffice's profile of this process: whoever runs it with another may run beside it. The folder of the
 * run is removed at its end (scratch-folder.ts).
 */
const profile = join(
  process.env['SENGEN_TEST_SCRATCH'] ?? mkdtempSync(join(tmpdir(), 'sengen-office-')),
  `office-${process.pid}`,
);
let isMade = false;
/** Any start fills a profile that is new. */
let isFilled = false;
let last: Promise<unknown> = Promise.resolve();

/** Starts it with these words on its command line, and waits for its end. */
export type StartOffice = (...words: readonly string[]) => Promise<void>;

/** Folder of the person's own macros in the profile. */
export const macroFolder = join(profile, 'user', 'basic', 'Standard');

/**
 * Does `work` with LibreOffice, alone with this profile. One that dies is started again with a new profile;
 * dying twice is a failure. `writes`: the work puts something into the profile.
 */
export function withLibreOffice<T>(
  work: (start: StartOffice) => Promise<T>,
  { writes = false }: { readonly writes?: boolean } = {},
): Promise<T> {
  const done = last.then(() =>
    again(
      async () => {
        if (!isMade) {
          await mkdir(profile, { recursive: true });
          await writeFile(join(profile, 'fonts.conf'), fontConfiguration);
          isMade = true;
        }
        // The first start fills the profile, and would write over what stands there.
        if (writes && !isFilled) await startOffice('--terminate_after_init');
        const value = await work(startOffice);
        isFilled = true;
        return value;
      },
      async () => {
        [isMade, isFilled] = [false, false];
        await rm(profile, { recursive: true, force: true, maxRetries: 5 });
      },
    ),
  );
  last = done.catch(() => undefined);
  return done;
}

async function startOffice(...words: readonly string[]): Promise<void> {
  const child = spawn(
    'soffice',
    [`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless', ...words],
    // Its start script stays in between: only the group as a whole can be ended.
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
      env: { ...process.env, FONTCONFIG_FILE: join(profile, 'fonts.conf') },
    },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  }
  const impatience = setTimeout(() => {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  }, hanging);
  const end = await new Promise<string>((ended) => {
    child.once('error', ({ message }) => {
      ended(message);
    });
    child.once('close', (code, signal) => {
      ended(code === 0 ? '' : `it ended with ${code ?? signal ?? 'nothing'}`);
    });
  });
  clearTimeout(impatience);
  if (end !== '') throw new Error(`LibreOffice ${words.join(' ')}: ${end}: ${said}`);
}

/**
 * ＭＳ 明朝 is drawn with IPA明朝, whose widths are the same. Fontconfig does not know the Japanese name,
 * so without its own configuration LibreOffice would take a proportional face and break lines elsewhere.
 */
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
