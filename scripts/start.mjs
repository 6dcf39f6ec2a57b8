/**
 * `npm start`: sets up, then opens the program.
 *
 * In Electron where its runtime is; else the same program in the browser shell, in a window of an
 * installed Chromium, Chrome or Edge; without a screen, the address alone.
 */
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
/** Node's note that it reads types is nobody's matter. */
const withoutNotes = ['--disable-warning=ExperimentalWarning'];

await main(async () => {
  endTogether();
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
  if (inWindow) {
    const shown = await showWindow(address);
    await stop(server);
    // A window that died may have used the address, which is good for one browser: there is a new one.
    return shown === 'closed' ? 0 : serve({ files, inWindow: false });
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
  const shown = start(node24(), [...withoutNotes, inProject('scripts', 'window', 'show-window.ts')], {
    env: environment(),
    output: 'ignore',
    channel: ['ipc'],
  });
  // Not on its command line, which every program of this machine can read.
  shown.send({ address, browser, words: [...withoutSandbox, ...withoutWarning] });
  const { code } = await shown.ended;
  if (code === 0) return 'closed';
  say('画面を開けませんでした。');
  return 'not-shown';
}
