/**
 * `npm start`: sets up, then opens the program.
 *
 * In Electron where its runtime is; else the same program in the browser shell, in a window of an
 * installed Chromium, Chrome or Edge; without a screen, the address alone.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { findBrowser, hasDisplay, isRoot } from './set-up/browser.mjs';
import { electronProgram, fetchElectron } from './set-up/electron.mjs';
import { environment, node24 } from './set-up/node-24.mjs';
import { endTogether, start, stop } from './set-up/processes.mjs';
import { inProject, projectFolder } from './set-up/project.mjs';
import { main, say } from './set-up/say.mjs';
import { setUp } from './set-up/set-up.mjs';
import { ensureSystemPackages, forWindow } from './set-up/system-packages.mjs';

const withoutSandbox = process.platform === 'linux' && isRoot() ? ['--no-sandbox'] : [];
// Keeps the browser's warning about that switch off the page.
const withoutWarning = withoutSandbox.length > 0 ? ['--test-type'] : [];
const profile = { folder: null };

await main(async () => {
  endTogether(forgetProfile);
  await setUp({ built: true });
  const files = process.argv.slice(2);
  if (!hasDisplay()) return serve({ files, inWindow: false });
  if (electronProgram() !== null || (await fetchElectron())) return openElectron(files);
  say('Electron の実行環境がないため、ブラウザーで開きます。');
  await ensureSystemPackages(forWindow);
  return serve({ files, inWindow: true });
});

async function openElectron(files) {
  const program = start(electronProgram(), [...withoutSandbox, projectFolder, ...files], {
    env: environment(),
  });
  return (await program.ended).code;
}

/** Runs the browser shell until it, or the window that shows it, ends. */
async function serve({ files, inWindow }) {
  const server = start(node24(), [inProject('out', 'main', 'sengen.js'), 'serve', ...files], {
    env: environment(),
    output: ['pipe', 'inherit'],
  });
  const address = await addressFrom(server);
  if (address === null) return (await server.ended).code;
  if (inWindow && (await showWindow(address)) === 'closed') {
    await stop(server);
    return 0;
  }
  console.log(`ブラウザーで次のアドレスを開いてください(終わるには Ctrl+C): ${address}`);
  return (await server.ended).code;
}

/** The first line that the server prints; null when it ended without one. */
async function addressFrom(server) {
  const lines = createInterface({ input: server.stdout });
  const line = await new Promise((resolve) => {
    lines.once('line', resolve);
    lines.once('close', () => resolve(null));
  });
  lines.on('line', (more) => process.stdout.write(`${more}\n`));
  return line;
}

/** Shows the page in a window of its own, and tells when the person has closed it. */
async function showWindow(address) {
  const browser = findBrowser();
  if (browser === null) {
    say('Chromium、Chrome、Edge のどれも見つかりません。');
    return 'not-shown';
  }
  // A profile of our own: otherwise a browser that runs already takes the window over and we can't see it end.
  profile.folder = mkdtempSync(join(tmpdir(), 'sengen-window-'));
  const quiet = [
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-sync',
  ];
  const args = [
    `--app=${address}`,
    `--user-data-dir=${profile.folder}`,
    '--lang=ja',
    ...quiet,
    ...withoutSandbox,
    ...withoutWarning,
  ];
  const { code } = await start(browser, args, { output: 'ignore' }).ended;
  forgetProfile();
  if (code === 0) return 'closed';
  say('画面を開けませんでした。');
  return 'not-shown';
}

function forgetProfile() {
  if (profile.folder !== null) rmSync(profile.folder, { recursive: true, force: true, maxRetries: 5 });
  profile.folder = null;
}
