import { mkdtempSync, statSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pressExport } from '../browser-suite/word-files.ts';
import { startSample, textbox } from '../browser-suite/start-report.ts';
import { launchChromium } from '../support/chromium.ts';
import { kill, serveSengen } from '../support/run-sengen.ts';
import { chooseFile } from '../support/shells.ts';

/**
 * A person's way through the program where there is no network: writes, exports, reads the page anew. Started by
 * network.test.ts in a namespace of its own; prints what it saw as JSON.
 */
const folder = mkdtempSync(join(tmpdir(), 'sengen-offline-'));
const { child, address } = await serveSengen(join(folder, '報告.sengen'));
const browser = await launchChromium();
try {
  const page = await browser.newPage({ locale: 'ja-JP' });
  const asked: string[] = [];
  const broken: string[] = [];
  page.on('request', (request) => void asked.push(request.url()));
  page.on('websocket', (socket) => void asked.push(socket.url()));
  page.on('requestfailed', (request) => {
    // The page that goes lets go of what it listens to.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') broken.push(request.url());
  });
  page.on('pageerror', (error) => void broken.push(String(error)));
  await page.goto(address);
  await startSample(page);
  const title = '網のない所で書いた取組名';
  await textbox(page, '取組名').fill(title);
  await page
    .getByRole('status')
    .filter({ hasText: /保存済み/ })
    .first()
    .waitFor();
  const file = join(folder, '報告書.docx');
  await chooseFile(page, file, () => pressExport(page));
  await page.getByText('を書き出しました').first().waitFor();
  await page.reload();
  await page.getByText(title).first().waitFor();
  const saw = {
    interfaces: Object.keys(networkInterfaces()),
    hosts: [...new Set(asked.map((url) => new URL(url).hostname))],
    requests: asked.length,
    broken,
    exported: statSync(file).size,
  };
  process.stdout.write(`${JSON.stringify(saw)}\n`);
} finally {
  await browser.close();
  await kill(child);
}
